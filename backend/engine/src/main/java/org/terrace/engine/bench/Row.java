package org.terrace.engine.bench;

/**
 * One line of the benchmark table.
 *
 * @param what the work and its size
 * @param ours our time, with its unit
 * @param peer the peer's time in the same run, or "" where there is none
 * @param note ratio, rate, memory, or why the peer was not measured
 */
record Row(String what, String ours, String peer, String note) {}
