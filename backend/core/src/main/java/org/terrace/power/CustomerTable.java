package org.terrace.power;

import java.util.List;
import java.util.Optional;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.power.grid.Attachment;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.PowerGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** How every household hangs on the low-voltage network. */
final class CustomerTable {
    static final List<String> YES_NO = List.of("yes", "no");

    static final TableSpec TABLE = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.classes("attachment", Attachment.SCHEME, Attachment.KINDS),
                    ColumnSpec.reason("reason", Attachment.REASONS),
                    ColumnSpec.text("transformer_code"),
                    ColumnSpec.number("feeder", "", 0),
                    ColumnSpec.text("section_code"),
                    ColumnSpec.number("wire_m", "m", 1),
                    ColumnSpec.number("drop_m", "m", 1),
                    ColumnSpec.classes("area_uncertain", "yes_no", YES_NO)));

    private CustomerTable() {}

    static ResultTable of(PowerGrid grid, FeatureTable households) {
        ResultTableBuilder table = new ResultTableBuilder(TABLE, households.codes());
        for (int i = 0; i < households.size(); i++) {
            Attachment attachment = grid.attachment(i);
            table.set(i, "attachment", attachment.kind().code())
                    .set(i, "reason", attachment.reason().code())
                    .set(i, "transformer_code", attachment.transformer());
            Optional<Customer> found = grid.findCustomer(households.code(i));
            if (found.isEmpty()) {
                continue;
            }
            Customer customer = found.get();
            GridArea area = grid.findArea(attachment.transformer()).orElseThrow();
            table.set(i, "wire_m", area.alongM(customer.node()))
                    .set(i, "drop_m", customer.dropM())
                    .set(i, "area_uncertain", attachment.areaUncertain() ? "yes" : "no");
            if (customer.node() > 0) {
                table.set(i, "feeder", area.feeding(customer.node()).feeder())
                        .set(i, "section_code", area.feeding(customer.node()).code());
            }
        }
        return table.build();
    }

    /** To the transformers, by metres of wire to the door. */
    static LinkTable links(PowerGrid grid, FeatureTable households) {
        LinkTableBuilder links = new LinkTableBuilder(PowerNetwork.LINK);
        for (int i = 0; i < households.size(); i++) {
            String code = households.code(i);
            String transformer = grid.attachment(i).transformer();
            grid.findCustomer(code).ifPresent(c -> {
                GridArea area = grid.findArea(transformer).orElseThrow();
                links.add(code, transformer, area.alongM(c.node()) + c.dropM());
            });
        }
        return links.build();
    }
}
