package org.terrace.power.area;

/**
 * A conductor of a line.
 *
 * @param mm2 of one phase. @param ohmPerKm at 20 degrees. @param reactanceOhmPerKm of each wire
 * @param amperes it bears for long, NaN where not known
 */
public record Wire(String type, double mm2, double ohmPerKm, double reactanceOhmPerKm, double amperes) {
    public Wire {
        if (!(ohmPerKm > 0)) {
            throw new IllegalArgumentException("wire " + type + " " + mm2 + " mm2 has " + ohmPerKm + " ohm/km");
        }
    }
}
