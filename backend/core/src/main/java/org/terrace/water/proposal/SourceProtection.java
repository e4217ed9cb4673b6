package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.terrace.project.CostLine;
import org.terrace.project.CostRange;
import org.terrace.project.Project;
import org.terrace.project.RegionEdits;
import org.terrace.region.Geometries;
import org.terrace.region.Region;

/**
 * Taking care of a source that several schemes take. It is paid once, so it is a project of its own that each of them needs before; a source
 * of one scheme stands in that scheme's bill.
 *
 * @param schemes codes of the projects that need it, ascending
 */
record SourceProtection(Source source, List<String> schemes, Project project) {

    /** Of all sources with more than one scheme, by code; their schemes are changed to need it and no longer to pay it. */
    static List<SourceProtection> shared(Region region, Map<String, Scheme> schemes) {
        Map<String, List<Scheme>> bySource = new TreeMap<>();
        for (Scheme scheme : schemes.values()) {
            if (line(scheme).isPresent()) {
                bySource.computeIfAbsent(scheme.source().code(), k -> new ArrayList<>())
                        .add(scheme);
            }
        }
        List<SourceProtection> all = new ArrayList<>();
        bySource.forEach((code, of) -> {
            if (of.size() > 1) {
                all.add(of(region, of));
                of.forEach(s -> schemes.put(s.group().code(), s.after(code(s.source()), Bill.PROTECTION)));
            }
        });
        return all;
    }

    private static SourceProtection of(Region region, List<Scheme> schemes) {
        Source source = schemes.get(0).source();
        Project project = new Project(
                code(source),
                "water.protect_source",
                Optional.of(Geometries.FACTORY.createPoint(source.at())),
                List.of(line(schemes.get(0)).orElseThrow()),
                CostRange.NOTHING,
                List.of("survey"),
                new RegionEdits(List.of(), List.of(SchemeEdits.cared(region, source))),
                List.of());
        return new SourceProtection(
                source, schemes.stream().map(s -> s.project().code()).sorted().toList(), project);
    }

    private static Optional<CostLine> line(Scheme scheme) {
        return scheme.project().lines().stream()
                .filter(l -> l.unitCost().equals(Bill.PROTECTION))
                .findFirst();
    }

    private static String code(Source source) {
        return "source:" + source.code();
    }
}
