package org.terrace.powerflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same networks solved another way, to compare with: every open end and every magnetising branch is a node of its own, the
 * admittance matrix is full, and Newton's method runs in rectangular coordinates with Gaussian elimination. Small networks only.
 */
final class DenseOracle {
    private final PowerNetwork network;
    private final int[] nodeOfBus;
    private int nodes;

    /** {i, j, g, b}: added to y_ij. */
    private final List<double[]> entries = new ArrayList<>();

    private double[][] g = new double[0][0];
    private double[][] b = new double[0][0];
    private double[][] s = new double[0][0];
    private double[] given = new double[0];
    private double[] givenAngle = new double[0];
    private double[] held = new double[0];

    private DenseOracle(PowerNetwork network) {
        this.network = network;
        this.nodeOfBus = new int[network.buses().size()];
    }

    /** Complex voltages by bus as {re, im}; NaN where no branch leads to a source. */
    static double[][] solve(PowerNetwork network) {
        return new DenseOracle(network).solve();
    }

    private double[][] solve() {
        numberBuses();
        network.lines().forEach(this::add);
        network.transformers().forEach(this::add);
        network.impedances().forEach(this::add);
        for (Switch w : network.switches()) {
            if (w.kind() == Switch.Kind.BUS && w.closed() && w.ohm() > 0 && isIn(w.bus()) && isIn(w.element())) {
                double kv = network.buses().get(w.bus()).nominalKv();
                double[] y = inverse(2 / Math.sqrt(5) * w.ohm() / (kv * kv), 1 / Math.sqrt(5) * w.ohm() / (kv * kv));
                join(nodeOfBus[w.bus()], nodeOfBus[w.element()], y);
            }
        }
        addAtBuses();
        g = new double[nodes][nodes];
        b = new double[nodes][nodes];
        for (double[] e : entries) {
            g[(int) e[0]][(int) e[1]] += e[2];
            b[(int) e[0]][(int) e[1]] += e[3];
        }
        boolean[] live = live();
        double[] x = iterate(live);
        double[][] answer = new double[network.buses().size()][];
        for (int i = 0; i < answer.length; i++) {
            int node = nodeOfBus[i];
            answer[i] = isIn(i) && live[node]
                    ? new double[] {x[2 * node], x[2 * node + 1]}
                    : new double[] {Double.NaN, Double.NaN};
        }
        return answer;
    }

    private boolean isIn(int bus) {
        return network.buses().get(bus).inService();
    }

    private void numberBuses() {
        Arrays.setAll(nodeOfBus, i -> i);
        for (int pass = 0; pass < nodeOfBus.length; pass++) {
            for (Switch w : network.switches()) {
                if (w.kind() == Switch.Kind.BUS && w.closed() && w.ohm() <= 0 && isIn(w.bus()) && isIn(w.element())) {
                    int low = Math.min(nodeOfBus[w.bus()], nodeOfBus[w.element()]);
                    nodeOfBus[w.bus()] = low;
                    nodeOfBus[w.element()] = low;
                }
            }
        }
        nodes = nodeOfBus.length;
    }

    private boolean isOpen(Switch.Kind kind, int element, int bus) {
        return network.switches().stream()
                .anyMatch(w -> !w.closed() && w.kind() == kind && w.element() == element && w.bus() == bus);
    }

    private void put(int i, int j, double re, double im) {
        entries.add(new double[] {i, j, re, im});
    }

    private void join(int i, int j, double[] y) {
        put(i, i, y[0], y[1]);
        put(j, j, y[0], y[1]);
        put(i, j, -y[0], -y[1]);
        put(j, i, -y[0], -y[1]);
    }

    private static double[] inverse(double re, double im) {
        return new double[] {re / (re * re + im * im), -im / (re * re + im * im)};
    }

    private void add(Line line) {
        if (!line.inService()) {
            return;
        }
        int k = network.lines().indexOf(line);
        int from = isIn(line.from()) && !isOpen(Switch.Kind.LINE, k, line.from()) ? nodeOfBus[line.from()] : nodes++;
        int to = isIn(line.to()) && !isOpen(Switch.Kind.LINE, k, line.to()) ? nodeOfBus[line.to()] : nodes++;
        double kv2 = Math.pow(network.buses().get(line.from()).nominalKv(), 2);
        double r = line.rOhmPerKm() * line.lengthKm() / line.parallel() / kv2;
        double x = line.xOhmPerKm() * line.lengthKm() / line.parallel() / kv2;
        join(from, to, inverse(r, x));
        double charging = 2 * Math.PI * network.hertz() * line.cNfPerKm() * 1e-9 * line.lengthKm() * line.parallel();
        double leak = line.gUsPerKm() * 1e-6 * line.lengthKm() * line.parallel();
        for (int end : new int[] {from, to}) {
            put(end, end, leak * kv2 / 2, charging * kv2 / 2);
        }
    }

    private void add(Transformer t) {
        int k = network.transformers().indexOf(t);
        boolean highOpen = isOpen(Switch.Kind.TRANSFORMER, k, t.high());
        boolean lowOpen = isOpen(Switch.Kind.TRANSFORMER, k, t.low());
        if (!t.inService() || !highOpen && !isIn(t.high()) || !lowOpen && !isIn(t.low())) {
            return;
        }
        int high = highOpen ? nodes++ : nodeOfBus[t.high()];
        int low = lowOpen ? nodes++ : nodeOfBus[t.low()];
        double[] turnsHigh = {t.ratedHighKv(), 0};
        double[] turnsLow = {t.ratedLowKv(), 0};
        double shift = t.lagDegree();
        for (TapChanger tap : t.taps()) {
            double[] turns = tap.side() == TapChanger.Side.HIGH ? turnsHigh : turnsLow;
            double part = tap.steps() * tap.stepPercent() / 100;
            double angle = Math.toRadians(tap.stepDegree());
            // The step is a voltage beside that of the winding.
            double re = turns[0] * (1 + part * Math.cos(angle));
            double im = turns[0] * part * Math.sin(angle);
            turns[0] = Math.hypot(re, im);
            shift += (tap.side() == TapChanger.Side.HIGH ? 1 : -1) * Math.toDegrees(Math.atan2(im, re));
        }
        double highKv = network.buses().get(t.high()).nominalKv();
        double lowKv = network.buses().get(t.low()).nominalKv();
        double ohmBase = lowKv * lowKv;
        double zOhm = t.vkPercent() / 100 * turnsLow[0] * turnsLow[0] / t.ratedMva() / t.parallel();
        double rOhm = t.vkrPercent() / 100 * turnsLow[0] * turnsLow[0] / t.ratedMva() / t.parallel();
        double xOhm = Math.sqrt(zOhm * zOhm - rOhm * rOhm);
        int middle = nodes++;
        double[] before = inverse(rOhm * t.resistanceShareHigh() / ohmBase, xOhm * t.reactanceShareHigh() / ohmBase);
        double[] after =
                inverse(rOhm * (1 - t.resistanceShareHigh()) / ohmBase, xOhm * (1 - t.reactanceShareHigh()) / ohmBase);
        join(middle, low, after);
        // An ideal transformer n : 1 with an admittance behind it.
        double size = turnsHigh[0] / turnsLow[0] * lowKv / highKv;
        double angle = Math.toRadians(shift);
        double[] n = {size * Math.cos(angle), size * Math.sin(angle)};
        put(high, high, before[0] / (size * size), before[1] / (size * size));
        put(middle, middle, before[0], before[1]);
        double[] overConj = times(before, new double[] {n[0] / (size * size), n[1] / (size * size)});
        put(high, middle, -overConj[0], -overConj[1]);
        double[] over = times(before, new double[] {n[0] / (size * size), -n[1] / (size * size)});
        put(middle, high, -over[0], -over[1]);
        double iron = t.ironLossKw() / 1000 * t.parallel();
        double all = t.noLoadPercent() / 100 * t.ratedMva() * t.parallel();
        double toBus = ohmBase / (turnsLow[0] * turnsLow[0]);
        put(middle, middle, iron * toBus, -Math.sqrt(Math.max(0, all * all - iron * iron)) * toBus);
    }

    private static double[] times(double[] a, double[] c) {
        return new double[] {a[0] * c[0] - a[1] * c[1], a[0] * c[1] + a[1] * c[0]};
    }

    private void add(Impedance i) {
        if (!i.inService() || !isIn(i.from()) || !isIn(i.to())) {
            return;
        }
        double[] there = inverse(i.rThere() / i.ratedMva(), i.xThere() / i.ratedMva());
        double[] back = inverse(i.rBack() / i.ratedMva(), i.xBack() / i.ratedMva());
        int from = nodeOfBus[i.from()];
        int to = nodeOfBus[i.to()];
        put(from, from, there[0] + i.gFrom() * i.ratedMva(), there[1] + i.bFrom() * i.ratedMva());
        put(from, to, -there[0], -there[1]);
        put(to, to, back[0] + i.gTo() * i.ratedMva(), back[1] + i.bTo() * i.ratedMva());
        put(to, from, -back[0], -back[1]);
    }

    private void addAtBuses() {
        s = new double[nodes][6];
        given = new double[nodes];
        givenAngle = new double[nodes];
        held = new double[nodes];
        List<Load> drawn = new ArrayList<>(network.loads());
        drawn.addAll(network.feeds());
        for (Load l : drawn) {
            if (l.inService() && isIn(l.bus())) {
                double[] at = s[nodeOfBus[l.bus()]];
                at[0] += l.pMw() * (1 - l.impedanceShareP() - l.currentShareP());
                at[1] += l.pMw() * l.currentShareP();
                at[2] += l.pMw() * l.impedanceShareP();
                at[3] += l.qMvar() * (1 - l.impedanceShareQ() - l.currentShareQ());
                at[4] += l.qMvar() * l.currentShareQ();
                at[5] += l.qMvar() * l.impedanceShareQ();
            }
        }
        for (Shunt h : network.shunts()) {
            if (h.inService() && isIn(h.bus())) {
                double scale = Math.pow(network.buses().get(h.bus()).nominalKv() / h.ratedKv(), 2);
                put(nodeOfBus[h.bus()], nodeOfBus[h.bus()], h.pMw() * scale, -h.qMvar() * scale);
            }
        }
        for (Generator m : network.generators()) {
            if (m.inService() && isIn(m.bus())) {
                held[nodeOfBus[m.bus()]] = m.vmPu();
                s[nodeOfBus[m.bus()]][0] -= m.pMw();
            }
        }
        for (Source c : network.sources()) {
            if (c.inService() && isIn(c.bus())) {
                given[nodeOfBus[c.bus()]] = c.vmPu();
                givenAngle[nodeOfBus[c.bus()]] = Math.toRadians(c.vaDegree());
                held[nodeOfBus[c.bus()]] = 0;
            }
        }
    }

    private boolean[] live() {
        boolean[] live = new boolean[nodes];
        for (int i = 0; i < nodes; i++) {
            live[i] = given[i] > 0;
        }
        for (int pass = 0; pass < nodes; pass++) {
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    live[i] |= live[j] && (g[i][j] != 0 || b[i][j] != 0);
                }
            }
        }
        return live;
    }

    private double[] iterate(boolean[] live) {
        // Without load the equations are linear.
        double[] x = new double[2 * nodes];
        double[] right = new double[2 * nodes];
        double[][] a = new double[2 * nodes][2 * nodes];
        for (int i = 0; i < nodes; i++) {
            if (!live[i] || given[i] > 0) {
                a[2 * i][2 * i] = 1;
                a[2 * i + 1][2 * i + 1] = 1;
                right[2 * i] = given[i] * Math.cos(givenAngle[i]);
                right[2 * i + 1] = given[i] * Math.sin(givenAngle[i]);
                continue;
            }
            for (int j = 0; j < nodes; j++) {
                a[2 * i][2 * j] = g[i][j];
                a[2 * i][2 * j + 1] = -b[i][j];
                a[2 * i + 1][2 * j] = b[i][j];
                a[2 * i + 1][2 * j + 1] = g[i][j];
            }
        }
        System.arraycopy(gauss(a, right), 0, x, 0, x.length);
        for (int round = 0; round < 50; round++) {
            double largest = 0;
            double[] step = step(x, live);
            for (int i = 0; i < x.length; i++) {
                x[i] -= step[i];
                largest = Math.max(largest, Math.abs(step[i]));
            }
            if (largest < 1e-13) {
                break;
            }
        }
        return x;
    }

    private double[] step(double[] x, boolean[] live) {
        double[][] a = new double[2 * nodes][2 * nodes];
        double[] f = new double[2 * nodes];
        for (int i = 0; i < nodes; i++) {
            if (!live[i] || given[i] > 0) {
                a[2 * i][2 * i] = 1;
                a[2 * i + 1][2 * i + 1] = 1;
                continue;
            }
            double e = x[2 * i];
            double w = x[2 * i + 1];
            double ire = 0;
            double iim = 0;
            for (int j = 0; j < nodes; j++) {
                ire += g[i][j] * x[2 * j] - b[i][j] * x[2 * j + 1];
                iim += g[i][j] * x[2 * j + 1] + b[i][j] * x[2 * j];
                a[2 * i][2 * j] = e * g[i][j] + w * b[i][j];
                a[2 * i][2 * j + 1] = -e * b[i][j] + w * g[i][j];
                a[2 * i + 1][2 * j] = w * g[i][j] - e * b[i][j];
                a[2 * i + 1][2 * j + 1] = -w * b[i][j] - e * g[i][j];
            }
            double v = Math.hypot(e, w);
            double slopeP = (s[i][1] + 2 * s[i][2] * v) / v;
            double slopeQ = (s[i][4] + 2 * s[i][5] * v) / v;
            a[2 * i][2 * i] += ire + slopeP * e;
            a[2 * i][2 * i + 1] += iim + slopeP * w;
            f[2 * i] = e * ire + w * iim + s[i][0] + v * (s[i][1] + v * s[i][2]);
            if (held[i] > 0) {
                Arrays.fill(a[2 * i + 1], 0);
                a[2 * i + 1][2 * i] = 2 * e;
                a[2 * i + 1][2 * i + 1] = 2 * w;
                f[2 * i + 1] = e * e + w * w - held[i] * held[i];
            } else {
                a[2 * i + 1][2 * i] += -iim + slopeQ * e;
                a[2 * i + 1][2 * i + 1] += ire + slopeQ * w;
                f[2 * i + 1] = w * ire - e * iim + s[i][3] + v * (s[i][4] + v * s[i][5]);
            }
        }
        return gauss(a, f);
    }

    private static double[] gauss(double[][] a, double[] f) {
        int n = f.length;
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
            }
            double[] row = a[c];
            a[c] = a[best];
            a[best] = row;
            double value = f[c];
            f[c] = f[best];
            f[best] = value;
            for (int r = c + 1; r < n; r++) {
                double factor = a[r][c] / a[c][c];
                if (factor != 0) {
                    for (int k = c; k < n; k++) {
                        a[r][k] -= factor * a[c][k];
                    }
                    f[r] -= factor * f[c];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double sum = f[r];
            for (int k = r + 1; k < n; k++) {
                sum -= a[r][k] * x[k];
            }
            x[r] = sum / a[r][r];
        }
        return x;
    }
}
