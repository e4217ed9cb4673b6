package org.terrace.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.terrace.DataFolder;
import org.terrace.power.area.Plate;
import org.terrace.power.area.Wire;
import org.terrace.power.area.Wires;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Tree;

/** The wires and transformers of the data files: read as records write them, thicker is never worse. */
class GridDataTest {
    private static final ReferenceData DATA =
            new ReferenceData(DataFolder.standard("cn-national"), DataFolder.documents("grid"));

    @Test
    void theExamplesAreUnderstood() {
        Wires wires = Wires.of(DATA);
        for (Document file : DataFolder.documents("grid")) {
            for (Tree example : file.tree().get("examples").items()) {
                if (example.has("wire")) {
                    Wire wire = wires.find(example.text("wire")).orElseThrow();
                    assertThat(wire.ohmPerKm()).as(example.text("wire")).isEqualTo(example.number("ohm_per_km"));
                    assertThat(wire.mm2()).as(example.text("wire")).isEqualTo(example.number("mm2"));
                } else {
                    Plate plate = Plate.Series.of(DATA).plate(example.number("transformer_kva"), Double.NaN);
                    assertThat(plate.loadW()).isEqualTo(example.number("load_w"));
                    assertThat(plate.noLoadW()).isEqualTo(example.number("no_load_w"));
                }
            }
        }
    }

    @Test
    void whatIsNotUnderstoodIsNotGuessed() {
        Wires wires = Wires.of(DATA);
        for (String unclear :
                new String[] {"", "铁丝", "JKLYJ", "JKLYJ-36", "35", "LGJ-50/8/3x", "JKLYJ-35旧", "XYZ-35"}) {
            assertThat(wires.find(unclear)).as(unclear).isEmpty();
        }
    }

    @Test
    void aThickerWireOfTheSameTypeHasLessResistanceAndBearsMore() {
        Wires wires = Wires.of(DATA);
        for (Document file : DataFolder.documents("grid")) {
            for (Tree group : file.tree().get("wires").items()) {
                for (Tree type : group.get("types").items()) {
                    Wire last = wires.wire(
                            type.text(),
                            group.get("ohm_per_km").keys().stream()
                                    .mapToDouble(Double::parseDouble)
                                    .min()
                                    .orElseThrow());
                    for (Wire wire : wires.thicker(last)) {
                        assertThat(wire.ohmPerKm()).as("%s", wire).isLessThan(last.ohmPerKm());
                        assertThat(wire.amperes()).as("%s", wire).isGreaterThan(last.amperes());
                        last = wire;
                    }
                }
            }
        }
    }
}
