package org.terrace.water.scheme;

import org.terrace.analysis.LinkTable;
import org.terrace.analysis.LinkTableBuilder;

/**
 * Who hangs on each pipe and each source ({@link Upstream}).
 *
 * @param households by pipe, those that are lived in. @param people who drink in them
 * @param through and from: every household to its pipes and to its sources; the values are its people
 */
record Dependents(int[] households, double[] people, LinkTable through, LinkTable from) {

    static Dependents of(PipedSupplies s) {
        int[] households = new int[s.pipes.size()];
        double[] people = new double[s.pipes.size()];
        LinkTableBuilder through = new LinkTableBuilder(PipeTables.THROUGH);
        LinkTableBuilder from = new LinkTableBuilder(PipeTables.FROM);
        for (int i = 0; i < s.households.size(); i++) {
            Upstream up = new Upstream(s, i);
            String code = s.households.code(i);
            double drinkers = s.drinkers.of(i);
            // Rows follow their codes, so that links come in order.
            for (int p : up.pipes) {
                through.add(code, s.pipes.code(p), drinkers);
                households[p] += drinkers == 0 ? 0 : 1;
                people[p] += Double.isNaN(drinkers) ? 0 : drinkers;
            }
            up.sources.forEach(w -> from.add(code, s.works.code(w), drinkers));
        }
        return new Dependents(households, people, through.build(), from.build());
    }
}
