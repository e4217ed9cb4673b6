package org.terrace.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards the arrows between the rooms of the core, and shows on a small broken example that the guard bites. */
class ArrowsTest {

    private static final String CORE = "org.terrace";
    private static final String BROKEN = "org.terrace.arrows.broken";

    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CORE);
    private final JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

    @Test
    void everyRoomImportsOnlyTheRoomsBelowIt() {
        Arrows.roomRules(CORE).forEach(rule -> rule.check(core));
    }

    @Test
    void noTwoPackagesImportEachOther() {
        Arrows.noRings(CORE).check(core);
    }

    @Test
    void theCoreKnowsNoFrameworkNoDatabaseAndNoFiles() {
        Arrows.noOutsideWorld(CORE).check(core);
    }

    @Test
    void theCoreKnowsNoClockNoLocaleAndNoChance() {
        Arrows.noClockNoLocaleNoChance(CORE).check(core);
    }

    @Test
    void everyClassOfTheCoreLivesInAKnownRoom() {
        assertThat(core)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Arrows.allowed())
                        .as("room of %s", type.getName())
                        .containsKey(type.getPackageName()
                                .substring(CORE.length() + 1)
                                .split("\\.", 2)[0]));
    }

    @Test
    void aFeatureThatImportsAnotherFeatureIsCaught() {
        assertThat(violations(Arrows.roomRules(BROKEN)))
                .anyMatch(line -> line.contains("broken.road.Road") && line.contains("broken.water.Water"));
    }

    @Test
    void aRegionThatImportsAFeatureIsCaughtAsRoomAndAsRing() {
        assertThat(violations(Arrows.roomRules(BROKEN))).anyMatch(line -> line.contains("broken.region.County"));
        assertThat(violations(List.of(Arrows.noRings(BROKEN)))).isNotEmpty();
    }

    @Test
    void aClockAFileAndADefaultLocaleAreCaught() {
        assertThat(violations(List.of(Arrows.noOutsideWorld(BROKEN)))).anyMatch(line -> line.contains("java.nio.file"));
        assertThat(violations(List.of(Arrows.noClockNoLocaleNoChance(BROKEN))))
                .anyMatch(line -> line.contains("currentTimeMillis"))
                .anyMatch(line -> line.contains("toLowerCase"));
    }

    private List<String> violations(List<ArchRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.evaluate(broken).getFailureReport().getDetails().stream())
                .toList();
    }
}
