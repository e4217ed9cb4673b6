package org.terrace.power.grid;

/**
 * A household that is fed by an area.
 *
 * @param household code
 * @param node where it is connected
 * @param dropM metres along the slope from there to the house, of a service drop that is no section: short, or beyond a meter box
 */
public record Customer(String household, int node, double dropM) {}
