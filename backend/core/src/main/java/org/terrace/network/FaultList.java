package org.terrace.network;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in a drawing, put into words of its lines' numbers: by kind, then line, then along the line. */
final class FaultList {
    private FaultList() {}

    static List<Noding.Fault> of(Noding.Noded noded, NearMisses.NearMiss[][] nearMisses) {
        List<Noding.Fault> faults = new ArrayList<>();
        addJoined(noded.drawing, noded.cuts, noded.assembly, faults);
        for (int line = 0; line < nearMisses.length; line++) {
            for (NearMisses.NearMiss miss : nearMisses[line]) {
                int other = Integer.MAX_VALUE;
                for (int slot : miss.slots()) {
                    other = Math.min(other, noded.drawing.lineOf[slot]);
                }
                faults.add(new Noding.Fault(Noding.FaultKind.NEAR_MISS, line, other, miss.x(), miss.y(), miss.gapM()));
            }
        }
        addDuplicates(noded.drawing, noded.cuts, faults);
        for (int line = 0; line < noded.cuts.length; line++) {
            double[] crossings = noded.cuts[line].selfCrossings();
            for (int k = 0; k < crossings.length; k += 2) {
                faults.add(
                        new Noding.Fault(Noding.FaultKind.SELF_CROSSING, line, -1, crossings[k], crossings[k + 1], 0));
            }
        }
        return List.copyOf(faults);
    }

    /** One for each joint of the network; of lines that meet where it leads, the first is named. */
    private static void addJoined(Drawing drawing, Cuts[] cuts, Assembly assembly, List<Noding.Fault> faults) {
        for (int j = 0; j < assembly.joints.length; j++) {
            Cuts.Joint joint = assembly.joints[j];
            int line = assembly.lineOfJoint[j];
            int other = Integer.MAX_VALUE;
            for (Cuts.Joint same : cuts[line].joints()) {
                if (same.end() == joint.end() && same.toX() == joint.toX() && same.toY() == joint.toY()) {
                    other = Math.min(other, drawing.lineOf[same.slot()]);
                }
            }
            faults.add(new Noding.Fault(Noding.FaultKind.JOINED, line, other, joint.x(), joint.y(), joint.gapM()));
        }
    }

    /** Each part that is drawn like one of an earlier line, with the first such line. */
    private static void addDuplicates(Drawing drawing, Cuts[] cuts, List<Noding.Fault> faults) {
        for (int line = 0; line < cuts.length; line++) {
            int[] duplicates = cuts[line].duplicates();
            for (int k = 0; k < duplicates.length; ) {
                int order = duplicates[k];
                int first = line;
                for (; k < duplicates.length && duplicates[k] == order; k += 2) {
                    first = Math.min(first, drawing.lineOf[duplicates[k + 1]]);
                }
                if (first < line) {
                    Part part = drawing.parts[line][order];
                    faults.add(new Noding.Fault(Noding.FaultKind.DUPLICATE, line, first, part.x[0], part.y[0], 0));
                }
            }
        }
    }
}
