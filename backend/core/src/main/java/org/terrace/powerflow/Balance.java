package org.terrace.powerflow;

/**
 * Where power comes from and where it goes, in MW of the parts that are live.
 *
 * @param sourcesMw taken in from the grid above; negative for what is given back
 * @param feedsMw fed in by generators and other feeds
 * @param loadsMw drawn by loads, at the voltages they have
 * @param shuntsMw drawn by capacitors and chokes
 * @param lossesMw of lines, transformers, impedances and switches
 */
public record Balance(double sourcesMw, double feedsMw, double loadsMw, double shuntsMw, double lossesMw) {

    /** What does not add up; rounding, when a solver has done its work. */
    public double missingMw() {
        return sourcesMw + feedsMw - loadsMw - shuntsMw - lossesMw;
    }
}
