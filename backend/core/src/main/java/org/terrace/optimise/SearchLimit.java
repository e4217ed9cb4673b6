package org.terrace.optimise;

/**
 * How much work may be spent on whole households, counted in pairs looked at: the same answer on any machine, no clock.
 *
 * @param improving pairs for moves that serve more people
 * @param cheapening pairs for moves that cost less
 * @param branching pairs for proving the best by branch and bound, over all components
 * @param goalGap share of the bound of people that may be missing; the search for more ends there
 */
public record SearchLimit(long improving, long cheapening, long branching, double goalGap) {
    /** A few seconds for a county of 35,000 households and 800 sources. */
    public static final SearchLimit DEFAULT = new SearchLimit(400_000_000, 150_000_000, 100_000_000, 0.0005);

    public SearchLimit {
        if (improving < 0 || cheapening < 0 || branching < 0) {
            throw new IllegalArgumentException("search limits " + improving + ", " + cheapening + ", " + branching
                    + " pairs: none may be below 0");
        }
        if (!(goalGap >= 0 && goalGap < 1)) {
            throw new IllegalArgumentException("goal gap " + goalGap + ": must be from 0 to below 1");
        }
    }
}
