package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.project.Project;
import org.terrace.project.UnitCosts;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.Document;
import org.terrace.terrain.GravityRoute;
import org.terrace.terrain.RouteGround;

/**
 * A scheme for every group that can have one, and for the others why not.
 *
 * <p>Ways are looked for from every source that has water to spare, to all groups within reach at once. What is found is taken in the order
 * of its estimated cost per person, each group once, while the source's spare yield lasts: so all proposals together ask of no source
 * more than it gives. First with heads that are kept whatever the height error; for who is left, by the heights as they stand (to be
 * surveyed first); then from sources that were not measured (measure first, no cost); last by a pump.
 */
final class Proposals {
    private static final Derived.Key<Proposals> KEY = new Derived.Key<>("water.projects", Proposals.class);

    /** From so many sources at most, the nearest ones, a group is pumped to. */
    private static final int PUMPED_FROM = 3;

    /** Above the highest need, ways of a pumped main are looked for so far up. */
    private static final double SOME_WAY_UP_M = 60;

    private final Assessment assessment;
    private final Rules rules;
    final List<NeedGroup> groups;
    private final Map<String, Reason> reasons = new TreeMap<>();
    /** By group. */
    final Map<String, Scheme> schemes = new TreeMap<>();
    /** By group: the source to be measured first, and the length of the way from it. */
    final Map<String, Unmeasured> unmeasured = new TreeMap<>();

    final List<HoseBurial> hoses;
    /** Sources that several schemes take: taken care of once. */
    List<SourceProtection> protections = List.of();

    /** A source that would reach a group if it gave enough. */
    record Unmeasured(Source source, double estimateYuan) {}

    private Proposals(Assessment assessment) {
        this.assessment = assessment;
        this.rules = Rules.of(assessment.standard());
        this.groups = NeedGroups.of(assessment, rules);
        UnitCosts costs = UnitCosts.of(assessment.reference());
        this.hoses = HoseBurial.all(assessment, costs);
        Optional<ElevationGrid> grid = assessment.region().elevation();
        for (NeedGroup group : groups) {
            reasons.put(
                    group.code(),
                    group.houses().isEmpty()
                            ? Reason.NO_POSITION
                            : grid.isEmpty() || Double.isNaN(group.highestNeedM())
                                    ? Reason.NO_ELEVATION
                                    : Reason.NO_SOURCE_IN_REACH);
        }
        grid.ifPresent(g -> new Search(g, costs).all());
    }

    static Proposals of(Assessment assessment) {
        String costs = assessment.reference().of(UnitCosts.FOLDER).stream()
                .map(Document::contentHash)
                .collect(Collectors.joining(","));
        return assessment
                .derived()
                .get(KEY, assessment.standard().values() + "/" + costs, () -> new Proposals(assessment));
    }

    Reason reason(NeedGroup group) {
        Scheme scheme = schemes.get(group.code());
        return scheme == null ? Objects.requireNonNull(reasons.get(group.code())) : scheme.reason();
    }

    /** A way from a source to a site for a group's tank. */
    private record Candidate(NeedGroup group, Source source, int[] way, double levelM, double estimateYuan) {
        double perPerson() {
            return estimateYuan / group.people();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Finds them; its memory goes when all are found. */
    private final class Search {
        private final RouteGround ground;
        private final Sources sources;
        private final SchemeDesign design;
        private final TankSites sites;
        private final double protection;
        private final Map<Integer, Double> given = new HashMap<>();
        /** By supply, people who live on it and have been given its water anew: among those given, not among those who drink. */
        private final Map<Integer, Double> rehomed = new HashMap<>();

        Search(ElevationGrid grid, UnitCosts costs) {
            this.ground = ground(grid, costs);
            this.sources = new Sources(assessment, ground, rules.modelErrorM());
            PeSizes sizes = new PeSizes(assessment.standard(), costs);
            this.design = new SchemeDesign(assessment, rules, ground, sizes, costs);
            this.sites = new TankSites(
                    ground,
                    costs.cost("water.pe_32_mm_buried").yuan().usual(),
                    costs.cost("water.break_pressure_tank").yuan().usual(),
                    rules.heads().mostStaticM());
            this.protection = costs.cost("water.spring_protection").yuan().usual();
        }

        private RouteGround ground(ElevationGrid grid, UnitCosts costs) {
            List<Geometry> streams = new ArrayList<>();
            FeatureTable watercourses = assessment.region().table(LayerKind.WATERCOURSE);
            for (int i = 0; i < watercourses.size(); i++) {
                watercourses.geometry(i).ifPresent(streams::add);
            }
            List<Geometry> forbidden = new ArrayList<>();
            FeatureTable areas = assessment.region().table(LayerKind.CONSTRAINT_AREA);
            for (int i = 0; i < areas.size(); i++) {
                if (areas.codesOf("rule").is(i, "forbidden")) {
                    areas.geometry(i).ifPresent(forbidden::add);
                }
            }
            RouteGround.Costs perM = new RouteGround.Costs(
                    costs.cost("water.pe_32_mm_buried").yuan().usual(),
                    rules.steepDeg(),
                    costs.cost("water.trench_steep_extra").yuan().usual(),
                    rules.verySteepDeg(),
                    costs.cost("water.trench_very_steep_extra").yuan().usual(),
                    costs.cost("water.stream_crossing").yuan().usual());
            return new RouteGround(grid, perM, streams, forbidden);
        }

        void all() {
            List<Source> measured = sources.all.stream()
                    .filter(s -> s.isMeasured() && !s.isSpoiled())
                    .toList();
            for (boolean cautious : new boolean[] {true, false}) {
                Margins margins = Margins.of(rules, cautious);
                take(candidates(measured, margins), margins);
            }
            sources.all.stream()
                    .filter(Source::isSpoiled)
                    .forEach(s -> open().forEach(g -> {
                        if (near(g, s)) {
                            came(g, Reason.QUALITY_FAILS);
                        }
                    }));
            measureFirst();
            Margins margins = Margins.of(rules, true);
            take(pumped(measured, margins), margins);
            share();
            protections = SourceProtection.shared(assessment.region(), schemes);
        }

        /** Litres afterwards count all that is proposed from a source, whichever comes first: what was told of one holds with all. */
        private void share() {
            Map<Integer, Double> people = new HashMap<>();
            schemes.values().forEach(s -> people.merge(s.source().supply(), s.people(), Double::sum));
            schemes.replaceAll((code, scheme) -> {
                int supply = scheme.source().supply();
                double before = Math.max(0, scheme.source().drinkers() - rehomed.getOrDefault(supply, 0.0));
                double all = before + people.getOrDefault(supply, 0.0);
                return scheme.withLitres(
                        rules.demand().litresAtTap(scheme.source().yieldM3PerDay(), all));
            });
        }

        private List<NeedGroup> open() {
            return groups.stream()
                    .filter(g -> !schemes.containsKey(g.code())
                            && !unmeasured.containsKey(g.code())
                            && Objects.requireNonNull(reasons.get(g.code())).compareTo(Reason.NO_ELEVATION) > 0)
                    .toList();
        }

        private void came(NeedGroup group, Reason reason) {
            reasons.merge(group.code(), reason, Reason::further);
        }

        private boolean near(NeedGroup group, Source source) {
            return group.houses().stream().anyMatch(h -> h.at().distance(source.at()) <= rules.reachM());
        }

        private double demand(NeedGroup group) {
            return group.people() * rules.demand().dailyM3PerPerson();
        }

        private double spare(NeedGroup group, Source source) {
            double own = sources.ownOn(source.supply(), group) + rehomed.getOrDefault(source.supply(), 0.0);
            return source.spareM3PerDay(rules.demand().dailyM3PerPerson(), own)
                    - given.getOrDefault(source.supply(), 0.0);
        }

        /** What one source reaches. */
        private record Reached(List<Candidate> candidates, Map<NeedGroup, Reason> came) {}

        private List<Candidate> candidates(List<Source> from, Margins margins) {
            List<NeedGroup> open = open();
            List<Reached> reached = IntStream.range(0, from.size())
                    .parallel()
                    .mapToObj(k -> reach(from.get(k), open, margins, from.get(k).isMeasured()))
                    .toList();
            List<Candidate> all = new ArrayList<>();
            for (Reached r : reached) {
                assessment.deadline().check();
                r.came.forEach(this::came);
                all.addAll(r.candidates);
            }
            return all;
        }

        private Reached reach(Source source, List<NeedGroup> open, Margins margins, boolean askYield) {
            Map<NeedGroup, Reason> came = new HashMap<>();
            List<NeedGroup> asked = new ArrayList<>();
            for (NeedGroup group : open) {
                if (!near(group, source)) {
                    continue;
                }
                if (!(source.levelM() > group.highestNeedM())) {
                    came.put(group, Reason.NO_SOURCE_ABOVE);
                } else if (askYield && spare(group, source) < demand(group)) {
                    came.put(group, Reason.YIELD_TOO_SMALL);
                } else {
                    came.put(group, Reason.GROUND_IN_BETWEEN);
                    asked.add(group);
                }
            }
            List<Candidate> found = new ArrayList<>();
            if (!asked.isEmpty()) {
                GravityRoute.HeadLine line = margins.line(source.at(), source.levelM(), source.errorM());
                GravityRoute route =
                        GravityRoute.from(ground, new int[] {source.cell()}, line, rules.reachM(), c -> false);
                for (NeedGroup group : asked) {
                    found.addAll(candidates(group, source, route, margins, way -> source.levelM()));
                }
            }
            return new Reached(found, came);
        }

        /** The cheapest site, and the one on the way, which stands in where no pipe leads on from the cheapest. */
        private List<Candidate> candidates(
                NeedGroup group, Source source, GravityRoute route, Margins margins, ToDoubleFunction<int[]> levelM) {
            List<Candidate> found = new ArrayList<>();
            Optional<TankSites.Site> best = sites.best(group, route, source.cell(), margins);
            Optional<TankSites.Site> onTheWay = sites.onTheWay(group, route, source.cell(), margins);
            Stream.concat(best.stream(), onTheWay.filter(s -> !best.equals(onTheWay)).stream())
                    .forEach(site -> {
                        int[] way = route.wayTo(site.cell());
                        found.add(new Candidate(
                                group,
                                source,
                                way,
                                levelM.applyAsDouble(way),
                                site.estimateYuan() + (source.isProtected() ? 0 : protection)));
                    });
            return found;
        }

        private void take(List<Candidate> candidates, Margins margins) {
            List<Candidate> ordered = new ArrayList<>(candidates);
            ordered.sort(Comparator.comparingDouble(Candidate::perPerson)
                    .thenComparing(c -> c.group.code())
                    .thenComparing(c -> c.source.code()));
            for (Candidate c : ordered) {
                if (schemes.containsKey(c.group.code())) {
                    continue;
                }
                double spare = spare(c.group, c.source);
                if (spare < demand(c.group)) {
                    came(c.group, Reason.SPARE_GIVEN_TO_OTHERS);
                    continue;
                }
                SchemeDesign.Outcome outcome = design.of(c.group, c.source, c.levelM, c.way, margins, spare);
                came(c.group, outcome.reason());
                outcome.scheme().ifPresent(scheme -> {
                    schemes.put(c.group.code(), scheme);
                    given.merge(c.source.supply(), scheme.demandM3PerDay(), Double::sum);
                    rehomed.merge(c.source.supply(), sources.ownOn(c.source.supply(), scheme), Double::sum);
                });
            }
        }

        private void measureFirst() {
            List<Source> from = sources.all.stream()
                    .filter(s -> !s.isMeasured() && !s.isSpoiled())
                    .toList();
            for (Candidate c : candidates(from, Margins.of(rules, false))) {
                Unmeasured found = new Unmeasured(c.source, c.estimateYuan);
                unmeasured.merge(c.group.code(), found, (a, b) -> a.estimateYuan <= b.estimateYuan ? a : b);
                came(c.group, Reason.MEASURE_FIRST);
            }
        }

        /** From the nearest sources below that give enough, lifted to where a tank serves every house. */
        private List<Candidate> pumped(List<Source> from, Margins margins) {
            List<Candidate> all = new ArrayList<>();
            for (NeedGroup group : open()) {
                assessment.deadline().check();
                from.stream()
                        .filter(s -> near(group, s) && spare(group, s) >= demand(group))
                        .sorted(Comparator.comparingDouble((Source s) -> s.at().distance(group.centre()))
                                .thenComparing(Source::code))
                        .limit(PUMPED_FROM)
                        .forEach(s -> all.addAll(pumped(group, s, margins)));
            }
            return all;
        }

        /** The way is looked for some way up; then the water is lifted no higher than the way and the tank ask. */
        private List<Candidate> pumped(NeedGroup group, Source source, Margins margins) {
            double need = group.houses().stream()
                    .mapToDouble(h -> margins.needM(h, margins.modelErrorM()))
                    .max()
                    .orElseThrow();
            double level = Math.min(
                    need + SOME_WAY_UP_M, source.levelM() + rules.pumping().liftMaxM());
            if (level <= source.levelM()) {
                return List.of();
            }
            GravityRoute.HeadLine line = margins.line(source.at(), level, source.errorM());
            GravityRoute route = GravityRoute.from(ground, new int[] {source.cell()}, line, rules.reachM(), c -> false);
            return candidates(group, source, route, margins, way -> liftedM(way, source, margins)).stream()
                    .filter(c -> c.levelM > source.levelM()
                            && c.levelM - source.levelM() <= rules.pumping().liftMaxM())
                    .toList();
        }

        private double liftedM(int[] way, Source source, Margins margins) {
            GravityRoute.HeadLine line = margins.line(source.at(), 0, source.errorM());
            double level = Double.NEGATIVE_INFINITY;
            double length = 0;
            for (int i = 1; i < way.length; i++) {
                length += ground.lengthM(way[i - 1], way[i]);
                double distance = source.at().distance(ground.centre(way[i]));
                level = Math.max(level, ground.heightM(way[i]) + line.marginM(distance) + margins.fallPerM() * length);
            }
            return level;
        }
    }

    /** All that is proposed, by code. */
    List<Project> projects() {
        Stream<Project> all = Stream.of(
                        schemes.values().stream().map(Scheme::project),
                        hoses.stream().map(HoseBurial::project),
                        protections.stream().map(SourceProtection::project))
                .flatMap(p -> p);
        return all.sorted(Comparator.comparing(Project::code)).toList();
    }

    /** The project that a scheme needs before; empty where it needs none. */
    String firstOf(Scheme scheme) {
        return protections.stream()
                .filter(p -> p.schemes().contains(scheme.project().code()))
                .map(p -> p.project().code())
                .findFirst()
                .orElse("");
    }

    /** How many groups came how far. */
    Map<String, Double> facts() {
        Map<String, Double> facts = new HashMap<>();
        groups.forEach(g -> facts.merge("groups_" + reason(g).code(), 1.0, Double::sum));
        facts.put("groups", (double) groups.size());
        Set<String> gained = new HashSet<>();
        schemes.values().forEach(s -> s.taps().forEach(t -> gained.add(t.house().code())));
        facts.put("households_gain", (double) gained.size());
        return facts;
    }
}
