package org.terrace.sample;

import java.util.List;

/**
 * Where people live, from county down: local metres. Everything is in a fixed order; the position in a list is the identity.
 *
 * @param townships seats, each the index of a village
 * @param villages committee points
 * @param groups all groups, those of one village in a row
 * @param villageOfNode village of every lattice node, by walking cost; -1 beyond the county
 */
record Sites(int[] townships, List<Village> villages, List<Group> groups, short[] villageOfNode) {

    /** @param township index among the townships */
    record Village(double x, double y, int township) {}

    /**
     * @param x and y: its first hamlet
     * @param hamlets centres of the house clusters, the first at x, y
     * @param number of the group within its village, from 1
     */
    record Group(double x, double y, int village, int number, List<Spot> hamlets) {}

    record Spot(double x, double y) {}
}
