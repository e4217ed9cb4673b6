package org.terrace.powerflow;

/**
 * Joins a bus to another, or to the end of a line or transformer that stands there.
 *
 * @param bus position in the network's list
 * @param element position of the other bus, of the line or of the transformer, in its list
 * @param ohm impedance of a closed switch between two buses; 0 makes them one
 */
public record Switch(int bus, Kind kind, int element, boolean closed, double ohm) {
    /** What a switch joins to its bus. */
    public enum Kind {
        BUS,
        LINE,
        TRANSFORMER
    }
}
