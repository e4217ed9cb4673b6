package org.terrace.crop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The crops that share the best class of a row. */
final class BestCrops {
    private final List<Crop> crops;
    /** Many rows have the same best crops: one text for all of them. */
    private final Map<String, String> texts = new HashMap<>();

    BestCrops(List<Crop> crops) {
        this.crops = crops;
    }

    /** Position of the first crop of the best class; -1 without crops. */
    static int first(byte[][] classes, int row) {
        int best = -1;
        for (int c = 0; c < classes.length; c++) {
            if (best < 0 || Suitability.rank(classes[c][row]) < Suitability.rank(classes[best][row])) {
                best = c;
            }
        }
        return best;
    }

    /** Their ids in order, with commas; empty when nothing can be grown or nothing is known. */
    String of(byte[][] classes, int row) {
        int best = first(classes, row);
        if (best < 0 || classes[best][row] >= Suitability.N.ordinal()) {
            return "";
        }
        StringBuilder ids = new StringBuilder();
        for (int c = 0; c < classes.length; c++) {
            if (classes[c][row] == classes[best][row]) {
                ids.append(ids.isEmpty() ? "" : ",").append(crops.get(c).id());
            }
        }
        return texts.computeIfAbsent(ids.toString(), text -> text);
    }
}
