package org.terrace.crop;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.terrace.standard.Document;
import org.terrace.standard.Tree;

/**
 * What one crop, tree, herb or animal asks of the land. A quality that is absent here is not judged.
 *
 * @param id the file's name: {@code loquat}
 * @param altitudeM metres above sea level
 * @param meanTemperatureC mean of the year, degrees Celsius
 * @param slopeDeg degrees up to which each class holds
 * @param suitableLand codes of the attribute {@code land_class} that take it without any change of use
 * @param conditionalLand land classes that take it only if an office agrees
 * @param reclaimableLand land classes that would be newly broken for it
 * @param fruitOrForest falls under the rules for fruit and forest on arable land
 * @param contract what must be signed before planting: {@code tobacco}; empty when nothing
 */
public record Crop(
        String id,
        Kind kind,
        Limits altitudeM,
        Optional<Limits> meanTemperatureC,
        Optional<Limits> slopeDeg,
        Optional<Limits> soilPh,
        Optional<Limits> soilDepthCm,
        Set<String> suitableLand,
        Set<String> conditionalLand,
        Set<String> reclaimableLand,
        boolean fruitOrForest,
        String contract) {

    private static final Set<String> CONTRACTS = Set.of("", "tobacco");

    /** Kinds as in the files. */
    public enum Kind {
        ANNUAL,
        FRUIT,
        FOREST,
        FOREST_HERB,
        LIVESTOCK;

        static Kind of(Tree tree) {
            for (Kind kind : values()) {
                if (kind.name().equalsIgnoreCase(tree.text())) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(tree.path() + " '" + tree.text() + "' is none of " + List.of(values()));
        }
    }

    public Crop {
        suitableLand = Set.copyOf(suitableLand);
        conditionalLand = Set.copyOf(conditionalLand);
        reclaimableLand = Set.copyOf(reclaimableLand);
    }

    /** Animals are rated at the house, plants on plots. */
    public boolean isLivestock() {
        return kind == Kind.LIVESTOCK;
    }

    /**
     * @throws IllegalArgumentException naming file and path: a missing altitude, an inverted range, a better class that reaches
     *     outside a worse one, an unknown kind, land class or contract
     */
    static Crop parse(Document file) {
        Tree tree = file.tree();
        Kind kind = Kind.of(tree.get("kind"));
        Set<String> suitable = land(tree, "suitable");
        Set<String> conditional = land(tree, "conditional");
        Set<String> reclaimable = land(tree, "reclaim");
        Set<String> seen = new HashSet<>();
        for (Set<String> set : List.of(suitable, conditional, reclaimable)) {
            for (String landClass : set) {
                if (!seen.add(landClass)) {
                    throw new IllegalArgumentException(tree.path() + " land: '" + landClass + "' stands twice");
                }
            }
        }
        if (kind != Kind.LIVESTOCK && suitable.isEmpty()) {
            throw new IllegalArgumentException(tree.path() + " land.suitable is missing: where may it grow?");
        }
        Tree law = tree.get("law");
        String contract = law.text("contract", "");
        if (!CONTRACTS.contains(contract)) {
            throw new IllegalArgumentException(law.path() + ".contract '" + contract + "' is none of " + CONTRACTS);
        }
        return new Crop(
                file.id(),
                kind,
                Limits.ofRanges(tree.get("altitude_m")),
                tree.find("mean_annual_temperature_c").map(Limits::ofRanges),
                tree.find("slope_deg").map(Limits::ofMaxima),
                tree.find("soil_ph").map(Limits::ofRanges),
                tree.find("soil_depth_cm").map(Limits::ofMinima),
                suitable,
                conditional,
                reclaimable,
                law.flag("fruit_or_forest", false),
                contract);
    }

    private static Set<String> land(Tree tree, String key) {
        List<String> known = LandUnit.LAND_CLASSES;
        Set<String> classes = new HashSet<>();
        for (String landClass : tree.find("land").map(t -> t.texts(key)).orElse(List.of())) {
            if (!known.contains(landClass)) {
                throw new IllegalArgumentException(
                        tree.path() + " land." + key + ": '" + landClass + "' is none of " + known);
            }
            classes.add(landClass);
        }
        return classes;
    }
}
