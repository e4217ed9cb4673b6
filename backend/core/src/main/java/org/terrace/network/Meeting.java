package org.terrace.network;

/**
 * Which lines meet besides where they share a vertex. A level is whatever the drawing numbers its lines by: heights of roads, kinds of wire.
 * Answers follow from the arguments alone.
 */
public interface Meeting {
    /**
     * Roads: lines of one level meet wherever they cross or touch; an end is joined to lines of its own level, and to ends of others: a
     * bridge begins where another road ends, but passes over what lies between.
     */
    Meeting AT_GRADE = new Meeting() {
        @Override
        public boolean crossing(double level, double otherLevel) {
            return level == otherLevel;
        }

        @Override
        public boolean overGap(double level, double metLevel, boolean metAtEnd, double gapM) {
            return level == metLevel || metAtEnd;
        }
    };

    /** Whether two lines, or a line and itself, meet where they cross or touch without a vertex that both have. */
    boolean crossing(double level, double otherLevel);

    /**
     * Whether an end that stops short of another line is, or should have been, joined to it.
     *
     * @param level of the line that ends. @param metLevel of the other
     * @param metAtEnd whether the nearest point of the other is one of its ends
     * @param gapM straight metres between them
     */
    boolean overGap(double level, double metLevel, boolean metAtEnd, double gapM);
}
