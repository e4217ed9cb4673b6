package org.terrace.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Tree;

/**
 * The unit costs of the data files {@code costs/*.yaml}; of a name that stands in several files the last counts, so that a county's own
 * file overrides by its name.
 */
public final class UnitCosts {
    /** The folder of the files: what a proposer declares among its documents. */
    public static final String FOLDER = "costs";

    private final Map<String, UnitCost> costs = new LinkedHashMap<>();

    private UnitCosts() {}

    /** @throws IllegalArgumentException naming file and path of what is missing or out of order */
    public static UnitCosts of(ReferenceData reference) {
        UnitCosts all = new UnitCosts();
        for (Document file : reference.of(FOLDER)) {
            Tree entries = file.tree().get("costs");
            for (String name : entries.keys()) {
                all.costs.put(name, parse(name, entries.get(name)));
            }
        }
        return all;
    }

    private static UnitCost parse(String name, Tree entry) {
        double low = entry.number("low");
        double usual = entry.number("default");
        double high = entry.number("high");
        if (!(low >= 0 && low <= usual && usual <= high)) {
            throw new IllegalArgumentException(entry.path() + ": low " + low + ", default " + usual + ", high " + high
                    + " should rise and not be negative");
        }
        return new UnitCost(
                name,
                entry.text("unit"),
                new CostRange(low, usual, high),
                entry.number("upkeep_percent_per_year", 0),
                entry.number("life_years", Double.NaN),
                (int) entry.number("price_year"),
                entry.flag("default_to_confirm", entry.text("confidence").equals("GK")));
    }

    public Optional<UnitCost> find(String name) {
        return Optional.ofNullable(costs.get(name));
    }

    /** @throws IllegalArgumentException when no file has it */
    public UnitCost cost(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no unit cost '" + name + "'. Maybe it is missing in data/costs; there are " + costs.keySet()));
    }
}
