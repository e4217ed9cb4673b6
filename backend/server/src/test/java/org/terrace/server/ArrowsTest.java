package org.terrace.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the server: store <- importing, runs <- api, tiles, cli. */
class ArrowsTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.terrace.server");

    @Test
    void roomsUseOnlyTheRoomsBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("store")
                .definedBy("org.terrace.server.store..")
                .layer("importing")
                .definedBy("org.terrace.server.importing..")
                .layer("runs")
                .definedBy("org.terrace.server.runs..")
                .layer("api")
                .definedBy("org.terrace.server.api..")
                .layer("tiles")
                .definedBy("org.terrace.server.tiles..")
                .layer("cli")
                .definedBy("org.terrace.server.cli..")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("tiles")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("importing")
                .mayOnlyBeAccessedByLayers("api", "cli")
                .whereLayer("runs")
                .mayOnlyBeAccessedByLayers("api", "tiles", "cli")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("importing", "runs", "api", "tiles", "cli")
                .check(SERVER);
    }

    @Test
    void onlyTheStoreSeesSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.terrace.server.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.springframework.jdbc..")
                .check(SERVER);
    }

    @Test
    void entitiesStayInTheStore() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .should()
                .bePackagePrivate()
                .check(SERVER);
    }

    @Test
    void theServerKnowsNoAnalysisByName() {
        noClasses()
                .that()
                .resideInAPackage("org.terrace.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.terrace.road..",
                        "org.terrace.water..",
                        "org.terrace.power..",
                        "org.terrace.crop..",
                        "org.terrace.industry..",
                        "org.terrace.summary..")
                .check(SERVER);
    }
}
