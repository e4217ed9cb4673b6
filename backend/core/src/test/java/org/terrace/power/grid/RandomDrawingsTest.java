package org.terrace.power.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.locationtech.jts.geom.Coordinate;

/**
 * Drawings that no county has: lines to and fro over a narrow grid, some ends a few metres off, names by chance, poles and boxes anywhere. What
 * must hold of any drawing holds of these. The seed is the repetition.
 */
class RandomDrawingsTest {
    private static final int TRIES = 40;

    @RepeatedTest(10)
    void everyAreaIsATreeAndEveryCustomerHangsOnIt(RepetitionInfo run) {
        for (int k = 0; k < TRIES; k++) {
            long seed = (long) run.getCurrentRepetition() * TRIES + k;
            int houses = new Random(seed).nextInt(20);
            PowerGrid grid = drawing(new Random(seed), houses).grid();
            for (GridArea area : grid.areas().values()) {
                String where = area.transformer() + ", seed " + seed;
                int atFirst = 0;
                for (int n = 1; n < area.nodes(); n++) {
                    Section feeding = area.feeding(n);
                    assertThat(area.alongM(n)).as(where).isEqualTo(area.alongM(area.parent(n)) + feeding.lengthM());
                    assertThat(feeding.phases())
                            .as("%s: phases never grow", where)
                            .isLessThanOrEqualTo(most(area, area.parent(n)));
                    atFirst += area.parent(n) == 0 ? area.customersBeyond(n - 1) : 0;
                }
                long atRoot =
                        area.customers().stream().filter(c -> c.node() == 0).count();
                assertThat(atFirst + atRoot)
                        .as(where)
                        .isEqualTo(area.customers().size());
                area.closing().forEach(s -> assertThat(s.from()).as(where).isNotEqualTo(s.to()));
                area.sections().forEach(s -> {
                    List<Coordinate> course = grid.course(area, s);
                    assertThat(course.get(0).distance(area.place(s.from())))
                            .as(where)
                            .isLessThan(1);
                    assertThat(course.get(course.size() - 1).distance(area.place(s.to())))
                            .as(where)
                            .isLessThan(1);
                });
            }
            for (int i = 0; i < houses; i++) {
                assertThat(grid.findCustomer("h" + (10 + i)).isPresent())
                        .as("h%d, seed %d", i, seed)
                        .isEqualTo(grid.attachment(i).kind().isFed());
            }
        }
    }

    /** Phases of the last section above that are known; three where none are. */
    private static int most(GridArea area, int node) {
        for (int n = node; n > 0; n = area.parent(n)) {
            if (area.feeding(n).phases() > 0) {
                return area.feeding(n).phases();
            }
        }
        return 3;
    }

    private static DrawnGrid drawing(Random random, int houses) {
        DrawnGrid drawn = new DrawnGrid();
        int cells = 3 + random.nextInt(6);
        double step = 20 + random.nextInt(120);
        int transformers = 1 + random.nextInt(5);
        for (int i = 0; i < transformers; i++) {
            drawn.transformer("t" + i, at(random, cells, step), at(random, cells, step));
        }
        for (int i = 0; i < 6; i++) {
            drawn.pole("p" + i, at(random, cells, step), at(random, cells, step));
            drawn.meterBox("m" + i, at(random, cells, step), at(random, cells, step));
        }
        for (int i = random.nextInt(24); i >= 0; i--) {
            StringBuilder points = new StringBuilder();
            for (int k = 2 + random.nextInt(4); k > 0; k--) {
                points.append(at(random, cells, step))
                        .append(' ')
                        .append(at(random, cells, step))
                        .append(k > 1 ? ", " : "");
            }
            List<Object> values = new ArrayList<>();
            if (random.nextBoolean()) {
                values.addAll(List.of("transformer_code", "t" + random.nextInt(transformers + 1)));
            }
            if (random.nextBoolean()) {
                values.addAll(List.of("phases", 1 + random.nextInt(3)));
            }
            if (random.nextInt(4) == 0) {
                drawn.drop("l" + i, points.toString(), values.toArray());
            } else {
                drawn.line("l" + i, points.toString(), values.toArray());
            }
        }
        for (int i = 0; i < houses; i++) {
            List<Object> values = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                values.addAll(List.of("transformer_code", "t" + random.nextInt(transformers + 1)));
            }
            if (random.nextInt(4) == 0) {
                values.addAll(List.of("meter_code", "m" + random.nextInt(7)));
            }
            drawn.house("h" + (10 + i), at(random, cells, step), at(random, cells, step), values.toArray());
        }
        return drawn;
    }

    private static double at(Random random, int cells, double step) {
        return step * random.nextInt(cells) + (random.nextInt(4) == 0 ? random.nextInt(15) - 7 : 0);
    }
}
