package org.terrace.road;

import java.util.Arrays;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/**
 * Heights that were surveyed along a road segment: pairs of metres from the segment's start and height in metres, {@code "0 812.3; 120
 * 818.0"}. Between two of them the road rises evenly; beyond the last nothing is known.
 */
final class SurveyedProfile {
    static final SurveyedProfile NONE = new SurveyedProfile(new double[0], new double[0]);

    private final double[] alongM;
    private final double[] heightM;

    private SurveyedProfile(double[] alongM, double[] heightM) {
        this.alongM = alongM;
        this.heightM = heightM;
    }

    /** One per road row; {@link #NONE} where the record has none, or one that cannot be read. */
    static SurveyedProfile[] all(FeatureTable roads) {
        Column.Text texts = roads.text("surveyed_profile");
        SurveyedProfile[] all = new SurveyedProfile[roads.size()];
        Arrays.setAll(all, i -> parse(texts.get(i)));
        return all;
    }

    static SurveyedProfile parse(String text) {
        String[] pairs = text.isBlank() ? new String[0] : text.strip().split("\\s*[;；]\\s*", -1);
        double[] along = new double[pairs.length];
        double[] height = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            String[] numbers = pairs[i].strip().split("[\\s,，]+", -1);
            try {
                along[i] = Double.parseDouble(numbers[0]);
                height[i] = Double.parseDouble(numbers.length == 2 ? numbers[1] : "");
            } catch (NumberFormatException e) {
                return NONE;
            }
            if (!Double.isFinite(along[i]) || !Double.isFinite(height[i]) || (i > 0 && along[i] <= along[i - 1])) {
                return NONE;
            }
        }
        return pairs.length < 2 ? NONE : new SurveyedProfile(along, height);
    }

    /** Height so many metres from the segment's start; NaN outside what was surveyed. */
    double heightM(double m) {
        if (alongM.length == 0 || !(m >= alongM[0]) || !(m <= alongM[alongM.length - 1])) {
            return Double.NaN;
        }
        int after = 1;
        while (after < alongM.length - 1 && alongM[after] < m) {
            after++;
        }
        double t = (m - alongM[after - 1]) / (alongM[after] - alongM[after - 1]);
        return heightM[after - 1] + t * (heightM[after] - heightM[after - 1]);
    }

    boolean isEmpty() {
        return alongM.length == 0;
    }
}
