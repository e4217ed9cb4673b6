package org.terrace.network;

/**
 * Where one line is cut into edges, and what was found on the way. All of it follows from the line and those near it, and from no line's
 * number, so that it holds on while they stay as they are.
 *
 * @param places x, y and metres along the line, of each node on it in turn
 * @param partEnd how many nodes there are up to the end of each part
 * @param joints from the ends of the line, by end and place
 * @param duplicates in pairs: a part of the line, and the key of a line that has one drawn like it
 * @param selfCrossings x and y of each
 */
record Cuts(double[] places, int[] partEnd, Joint[] joints, int[] duplicates, double[] selfCrossings) {
    /**
     * A gap from an end of a line to another.
     *
     * @param end of the line: twice the part, plus 0 at its start or 1 at its end
     * @param toX where it meets the other. @param slot key of the other line
     */
    record Joint(int end, double x, double y, double toX, double toY, double gapM, int slot) {}

    int nodes() {
        return places.length / 3;
    }
}
