package org.terrace.powerflow;

/**
 * Voltages of a radial feeder by backward and forward sweeps; prepared once, solved for many loads without allocating.
 *
 * <p>A round draws at each node the current of its load at the last voltage, sums currents towards the root, and takes
 * voltages from the root outwards. Admittances are eliminated along the tree beforehand, so that only the loads are iterated on
 * and the charging of cables costs no rounds. Rounds go on until no voltage changes by more than 1e-13 of the root's.
 *
 * <p>Units are any that fit: per unit, or kV (line to line), MW and ohm; for one phase kV, MW and the ohm of the loop. One instance for
 * each thread.
 *
 * @see "Shirmohammadi et al. (1988), A compensation-based power flow method for weakly meshed distribution and
 *     transmission networks, IEEE Transactions on Power Systems 3(2)"
 */
public final class RadialSweep {
    /** Answer of {@link #solve} when voltages do not settle: the feeder cannot carry the loads, or hardly. */
    public static final int COLLAPSED = -1;

    private static final int MOST_ROUNDS = 1_000;
    private static final double TOLERANCE = 1e-13;

    /** Change at which rounding may keep voltages from settling further. */
    private static final double ROUNDING = 1e-11;

    /** Below this part of its voltage without load no node comes to rest. */
    private static final double FALLEN = 0.1;

    private final int n;
    private final int[] parent;

    /** Voltage of a node by its parent's, without load. */
    private final double[] carryRe;

    private final double[] carryIm;

    /** Voltage lost by the current drawn. */
    private final double[] dropRe;

    private final double[] dropIm;

    /** Current at the parent by the current drawn. */
    private final double[] passRe;

    private final double[] passIm;
    private final Complex rootAdmittance;
    private final double[] vRe;
    private final double[] vIm;
    private final double[] jRe;
    private final double[] jIm;
    private final double[] least;
    private final double[] none;

    /**
     * A tree of nodes, each after its parent; the first is the root.
     *
     * @param ports by node, from its parent to it; that of the root is not looked at
     * @param shunts admittance to earth, by node
     */
    RadialSweep(int[] parent, TwoPort[] ports, Complex[] shunts) {
        this.n = parent.length;
        this.parent = parent.clone();
        this.carryRe = new double[n];
        this.carryIm = new double[n];
        this.dropRe = new double[n];
        this.dropIm = new double[n];
        this.passRe = new double[n];
        this.passIm = new double[n];
        this.vRe = new double[n];
        this.vIm = new double[n];
        this.jRe = new double[n];
        this.jIm = new double[n];
        this.least = new double[n];
        this.none = new double[n];
        Complex[] below = shunts.clone();
        for (int i = n - 1; i > 0; i--) {
            if (parent[i] < 0 || parent[i] >= i) {
                throw new IllegalArgumentException(
                        "node " + i + " has parent " + parent[i] + ": each comes after its parent");
            }
            TwoPort port = ports[i];
            Complex load = below[i].times(port.ratioTo().square()).plus(port.shuntTo());
            Complex divider = port.divider(load);
            Complex carry = divider.times(port.ratioTo()).over(port.ratioFrom());
            Complex drop = divider.times(port.ratioTo().square()).over(port.back());
            Complex pass = divider.times(port.there().over(port.back()))
                    .times(port.ratioTo().conjugate())
                    .over(port.ratioFrom().conjugate());
            below[parent[i]] = below[parent[i]].plus(port.seenFrom(load));
            carryRe[i] = carry.re();
            carryIm[i] = carry.im();
            dropRe[i] = drop.re();
            dropIm[i] = drop.im();
            passRe[i] = pass.re();
            passIm[i] = pass.im();
        }
        this.rootAdmittance = below[0];
    }

    /**
     * A tree of lines without charging.
     *
     * @param parent by node, lower than the node's own number; any for node 0, the root
     * @param r resistance from the parent, by node; that of the root is not looked at. @param x reactance
     * @throws IllegalArgumentException for a node that does not come after its parent, and for a line without impedance
     */
    public static RadialSweep ofLines(int[] parent, double[] r, double[] x) {
        TwoPort[] ports = new TwoPort[parent.length];
        Complex[] shunts = new Complex[parent.length];
        shunts[0] = Complex.ZERO;
        ports[0] = TwoPort.of(Complex.ONE, Complex.ZERO, Complex.ZERO);
        for (int i = 1; i < parent.length; i++) {
            if (!(Math.hypot(r[i], x[i]) > 0)) {
                throw new IllegalArgumentException("node " + i + ": " + r[i] + " + " + x[i] + "j from its parent");
            }
            ports[i] = TwoPort.of(new Complex(r[i], x[i]).inverse(), Complex.ZERO, Complex.ZERO);
            shunts[i] = Complex.ZERO;
        }
        return new RadialSweep(parent, ports, shunts);
    }

    /**
     * Solves for loads that draw the same power at any voltage.
     *
     * @param p drawn by node, negative for what is fed in; of the root not looked at. @param q lagging positive
     * @return rounds, or {@link #COLLAPSED}
     */
    public int solve(double[] p, double[] q, double rootRe, double rootIm) {
        return solve(p, q, none, none, false, rootRe, rootIm);
    }

    /** With loads whose power follows the voltage, beside. @param p1 drawn at voltage 1 */
    int solve(double[] p, double[] q, double[] p1, double[] q1, double rootRe, double rootIm) {
        return solve(p, q, p1, q1, true, rootRe, rootIm);
    }

    private int solve(
            double[] p, double[] q, double[] p1, double[] q1, boolean following, double rootRe, double rootIm) {
        vRe[0] = rootRe;
        vIm[0] = rootIm;
        for (int i = 1; i < n; i++) {
            jRe[i] = 0;
            jIm[i] = 0;
        }
        forward();
        for (int i = 1; i < n; i++) {
            least[i] = (vRe[i] * vRe[i] + vIm[i] * vIm[i]) * FALLEN * FALLEN;
        }
        double unit = Math.hypot(rootRe, rootIm);
        double before = Double.POSITIVE_INFINITY;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            if (!backward(p, q, p1, q1, following)) {
                return COLLAPSED;
            }
            double change = forward() / unit;
            if (change <= TOLERANCE || (change <= ROUNDING && change >= before)) {
                backward(p, q, p1, q1, following);
                return round;
            }
            before = change;
        }
        return COLLAPSED;
    }

    /** Currents towards the root. @return false when a voltage has fallen too far, or is none */
    private boolean backward(double[] p, double[] q, double[] p1, double[] q1, boolean following) {
        for (int i = 0; i < n; i++) {
            double re = vRe[i];
            double im = vIm[i];
            double square = re * re + im * im;
            if (!(square >= least[i])) {
                return false;
            }
            double active = p[i];
            double reactive = q[i];
            if (following) {
                double size = Math.sqrt(square);
                active += p1[i] * size;
                reactive += q1[i] * size;
            }
            jRe[i] = (active * re + reactive * im) / square;
            jIm[i] = (active * im - reactive * re) / square;
        }
        for (int i = n - 1; i > 0; i--) {
            int up = parent[i];
            jRe[up] += passRe[i] * jRe[i] - passIm[i] * jIm[i];
            jIm[up] += passRe[i] * jIm[i] + passIm[i] * jRe[i];
        }
        return true;
    }

    /** Voltages from the root outwards. @return the largest change */
    private double forward() {
        double largest = 0;
        for (int i = 1; i < n; i++) {
            int up = parent[i];
            double re = carryRe[i] * vRe[up] - carryIm[i] * vIm[up] - (dropRe[i] * jRe[i] - dropIm[i] * jIm[i]);
            double im = carryRe[i] * vIm[up] + carryIm[i] * vRe[up] - (dropRe[i] * jIm[i] + dropIm[i] * jRe[i]);
            largest = Math.max(largest, Math.max(Math.abs(re - vRe[i]), Math.abs(im - vIm[i])));
            vRe[i] = re;
            vIm[i] = im;
        }
        return largest;
    }

    /** Real part of a node's voltage after {@link #solve}. */
    public double re(int node) {
        return vRe[node];
    }

    public double im(int node) {
        return vIm[node];
    }

    /** Size of a node's voltage. */
    public double size(int node) {
        return Math.sqrt(vRe[node] * vRe[node] + vIm[node] * vIm[node]);
    }

    /** Power that the feeder takes in at the root: loads (that of the root too) and losses. */
    public double infeedP() {
        return infeed().re();
    }

    public double infeedQ() {
        return infeed().im();
    }

    private Complex infeed() {
        Complex v = new Complex(vRe[0], vIm[0]);
        return v.times(v.times(rootAdmittance).plus(new Complex(jRe[0], jIm[0])).conjugate());
    }
}
