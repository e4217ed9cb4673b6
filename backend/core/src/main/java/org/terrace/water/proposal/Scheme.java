package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import org.terrace.project.CostLine;
import org.terrace.project.Gain;
import org.terrace.project.Project;

/**
 * A designed scheme for one group.
 *
 * @param isSure whether all heads are kept whatever the height error
 * @param taps by house that gains
 * @param left houses of the group that no way reaches
 * @param litresPerPersonDay that the dry season leaves at the tap of everybody who lives on the source once all that is proposed from it is
 *     built
 * @param spareM3PerDay of the source before. @param demandM3PerDay of the group
 * @param lift NONE for gravity
 */
record Scheme(
        NeedGroup group,
        Source source,
        Reason reason,
        boolean isSure,
        SchemeTree tree,
        List<Piece> pieces,
        List<Tap> taps,
        List<NeedGroup.House> left,
        double tankM3,
        double litresPerPersonDay,
        double spareM3PerDay,
        double demandM3PerDay,
        Lift lift,
        List<String> approvals,
        Project project) {

    /**
     * The head at a house.
     *
     * @param residualM left above its ground at the peak. @param staticM above it when nothing flows. @param errorM of both
     * @param point where its service pipe begins
     */
    record Tap(NeedGroup.House house, int point, double residualM, double staticM, double errorM) {
        boolean isWithinError(double mostStaticM) {
            return residualM - errorM < house.neededM() || staticM + errorM > mostStaticM;
        }
    }

    /** @param kwhPerYear NaN-free; zero for gravity */
    record Lift(double metres, double kw, double kwhPerYear) {
        static final Lift NONE = new Lift(0, 0, 0);
    }

    /** The same with other litres for each. */
    Scheme withLitres(double litres) {
        List<Gain> gains = project.gains().stream()
                .map(g -> new Gain(g.household(), g.people(), g.what(), litres))
                .toList();
        return with(litres, project.lines(), project.prerequisites(), gains);
    }

    /** The same without a line of its bill, which another project pays that must be built before. */
    Scheme after(String other, String unitCost) {
        List<String> before = new ArrayList<>(project.prerequisites());
        before.add(other);
        List<CostLine> lines = project.lines().stream()
                .filter(line -> !line.unitCost().equals(unitCost))
                .toList();
        return with(litresPerPersonDay, lines, before, project.gains());
    }

    private Scheme with(double litres, List<CostLine> lines, List<String> prerequisites, List<Gain> gains) {
        Project same = new Project(
                project.code(),
                project.kind(),
                project.geometry(),
                lines,
                project.running(),
                prerequisites,
                project.edits(),
                gains);
        return new Scheme(
                group,
                source,
                reason,
                isSure,
                tree,
                pieces,
                taps,
                left,
                tankM3,
                litres,
                spareM3PerDay,
                demandM3PerDay,
                lift,
                approvals,
                same);
    }

    double people() {
        return tree.peopleBelow()[0];
    }

    double lengthM() {
        return pieces.stream().mapToDouble(Piece::lengthM).sum();
    }

    long breakPressureTanks() {
        long count = 0;
        for (int p = 0; p < tree.size(); p++) {
            count += tree.works(p) == SchemeTree.Works.BREAK_PRESSURE_TANK ? 1 : 0;
        }
        return count;
    }

    int crossings() {
        int count = 0;
        for (int p = 1; p < tree.size(); p++) {
            count += tree.crossesStream(p) ? 1 : 0;
        }
        return count;
    }

    /** The tap that has least to spare. */
    Tap weakest() {
        Tap weakest = taps.get(0);
        for (Tap tap : taps) {
            if (tap.residualM - tap.house.neededM() < weakest.residualM - weakest.house.neededM()) {
                weakest = tap;
            }
        }
        return weakest;
    }
}
