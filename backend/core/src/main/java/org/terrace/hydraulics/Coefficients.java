package org.terrace.hydraulics;

/** Conductance and head loss of every link at its flow, for the linear equations of the next heads. */
final class Coefficients {
    /** Conductance of a valve that takes away a given head; what it loses beyond that vanishes as the flow comes to rest. */
    private static final double STIFF = 1e5;

    /** An open valve without losses: a short piece of wide pipe, m per m3/s. */
    private static final double LEAST_VALVE_GRADIENT = 1e-5;

    private final Moment at;
    private final Loss loss = new Loss();

    Coefficients(Moment at) {
        this.at = at;
    }

    void compute() {
        for (int k = 0; k < at.links.length; k++) {
            if (at.isShut(k)) {
                at.p[k] = 0;
                at.y[k] = 0;
                at.flow[k] = 0;
            } else if (at.links[k] instanceof Link.Pipe pipe) {
                at.network.formula().friction(pipe, at.resistance[k], at.flow[k], at.network.viscosity(), loss);
                loss.addMinor(pipe.minorLoss(), pipe.diameterM(), at.flow[k]);
                byLoss(k);
            } else if (at.links[k] instanceof Link.Pump pump) {
                Pumping.lift(pump.curve(), at.setting[k], at.flow[k], loss);
                byLoss(k);
            } else if (at.links[k] instanceof Link.Valve valve) {
                valve(k, valve);
            }
        }
    }

    private void byLoss(int k) {
        at.p[k] = 1 / loss.gradient;
        at.y[k] = loss.head / loss.gradient;
    }

    private void valve(int k, Link.Valve valve) {
        double fixed = at.setting[k];
        if (at.holdsItsSetting(k)) {
            at.p[k] = 0; // filled in when the excess at its ends is known
            return;
        }
        loss.head = 0;
        loss.gradient = 0;
        switch (valve.kind()) {
            case THROTTLE ->
                loss.addMinor(Double.isNaN(fixed) ? valve.minorLoss() : fixed, valve.diameterM(), at.flow[k]);
            case PRESSURE_BREAKER -> {
                double fully = Loss.minor(valve.minorLoss(), valve.diameterM()) * at.flow[k] * at.flow[k];
                if (Double.isNaN(fixed) || fixed == 0 || fully > fixed) {
                    loss.addMinor(valve.minorLoss(), valve.diameterM(), at.flow[k]);
                } else {
                    at.p[k] = STIFF;
                    at.y[k] = fixed * STIFF;
                    return;
                }
            }
            case GENERAL -> {
                if (Double.isNaN(fixed)) {
                    loss.addMinor(valve.minorLoss(), valve.diameterM(), at.flow[k]);
                } else {
                    double q = Math.abs(at.flow[k]);
                    loss.head = Math.signum(at.flow[k]) * valve.loss().at(q);
                    loss.gradient = Math.max(LEAST_VALVE_GRADIENT, valve.loss().slope(q));
                }
            }
            default -> loss.addMinor(valve.minorLoss(), valve.diameterM(), at.flow[k]);
        }
        if (loss.gradient < LEAST_VALVE_GRADIENT) {
            loss.line(LEAST_VALVE_GRADIENT, at.flow[k]);
        }
        byLoss(k);
    }
}
