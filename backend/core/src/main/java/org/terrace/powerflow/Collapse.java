package org.terrace.powerflow;

/**
 * No voltages balance the loads: the grid cannot carry them.
 *
 * @param holdsAt part of all loads and feeds at which it still holds, to 1e-4; NaN when it does not even without any
 * @param bus where the voltage is lowest at that part, or where most is missing when there is none
 * @param vmPu that voltage; NaN when there is none
 * @param branch on which most voltage is lost at that part: a line's, transformer's or impedance's id, "" for none
 * @param missingMva that a bus was short of when the search at all loads was given up
 */
public record Collapse(double holdsAt, String bus, double vmPu, String branch, double missingMva) {}
