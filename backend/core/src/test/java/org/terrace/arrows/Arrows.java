package org.terrace.arrows;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which room of the core may import which, as rules for any root package, so that a test can also show them failing.
 *
 * <pre>
 * region &lt;- terrain, network, standard &lt;- analysis &lt;- foot, project &lt;- features &lt;- catalogue
 * hydraulics &lt;- water;   powerflow &lt;- power
 * optimise &lt;- water | industry | plan;   project &lt;- plan &lt;- catalogue
 * </pre>
 */
final class Arrows {

    static final List<String> FEATURES = List.of("road", "water", "power", "crop", "industry", "facility", "summary");

    /** What the core must never touch: frameworks, databases, files, clocks. Time arrives as a Deadline. */
    private static final String[] OUTSIDE_WORLD = {
        "org.springframework..",
        "jakarta..",
        "javax.sql..",
        "java.sql..",
        "org.hibernate..",
        "java.nio.file..",
        "java.net.."
    };

    private static final Set<String> FILE_CLASSES = Set.of(
            "java.io.File",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "java.time.Clock");

    private static final Set<String> RANDOM_WITHOUT_SEED = Set.of(
            "java.lang.Math.random()",
            "java.util.UUID.randomUUID()",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "java.util.Random.<init>()");

    private Arrows() {}

    /** For every room, the rooms it may import besides itself. */
    static Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        allowed.put("region", Set.of());
        allowed.put("terrain", Set.of("region"));
        allowed.put("network", Set.of("region"));
        allowed.put("standard", Set.of("region"));
        allowed.put("optimise", Set.of());
        allowed.put("hydraulics", Set.of());
        allowed.put("powerflow", Set.of());
        Set<String> ground = Set.of("region", "terrain", "network", "standard");
        allowed.put("analysis", ground);
        allowed.put("foot", with(ground, "analysis"));
        allowed.put("project", with(ground, "analysis"));
        Set<String> feature = with(ground, "analysis", "foot", "project");
        for (String room : FEATURES) {
            allowed.put(room, feature);
        }
        allowed.put("water", with(feature, "optimise", "hydraulics"));
        allowed.put("power", with(feature, "powerflow"));
        allowed.put("industry", with(feature, "optimise"));
        allowed.put("plan", with(feature, "optimise"));
        Set<String> all = new HashSet<>(allowed.keySet());
        allowed.put("catalogue", all);
        return allowed;
    }

    static List<ArchRule> roomRules(String root) {
        List<ArchRule> rules = new ArrayList<>();
        allowed()
                .forEach((room, others) -> rules.add(noClasses()
                        .that()
                        .resideInAPackage(root + "." + room + "..")
                        .should()
                        .dependOnClassesThat(otherRooms(root, room, others))
                        .allowEmptyShould(true)));
        return rules;
    }

    /** No two packages import each other, directly or in a ring. */
    static ArchRule noRings(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule noOutsideWorld(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(OUTSIDE_WORLD)
                        .or(describe("are files or clocks", type -> FILE_CLASSES.contains(type.getName()))));
    }

    /** The same county must give the same bytes at any hour, in any country, however often it is computed. */
    static ArchRule noClockNoLocaleNoChance(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(describe(
                        "reads the clock, the default locale or chance", access -> isHidden(access.getTarget())));
    }

    private static boolean isHidden(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getFullName();
        boolean clock = owner.equals("java.lang.System")
                        && (target.getName().equals("nanoTime")
                                || target.getName().equals("currentTimeMillis"))
                || owner.startsWith("java.time.") && target.getName().equals("now")
                || owner.equals("java.util.Date") && name.endsWith("<init>()");
        boolean locale = owner.equals("java.util.Locale") && !target.getName().equals("ROOT")
                || name.equals("java.lang.String.toLowerCase()")
                || name.equals("java.lang.String.toUpperCase()")
                || name.startsWith("java.lang.String.format(java.lang.String")
                || name.startsWith("java.lang.String.formatted(");
        return clock || locale || RANDOM_WITHOUT_SEED.contains(name);
    }

    private static DescribedPredicate<JavaClass> otherRooms(String root, String room, Set<String> others) {
        return describe("are in a room that '" + room + "' may not import (it may import " + others + ")", type -> {
            String name = type.getPackageName();
            if (!name.startsWith(root + ".")) {
                return false;
            }
            String target = name.substring(root.length() + 1).split("\\.", 2)[0];
            return !target.equals(room) && !others.contains(target);
        });
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new HashSet<>(rooms);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
