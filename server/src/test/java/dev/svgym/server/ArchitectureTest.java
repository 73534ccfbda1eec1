package dev.svgym.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.svgym.environment.Environment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;

/** The rules of the layout that a compiler does not hold. */
@AnalyzeClasses(
        packages = "dev.svgym",
        importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

    private static final String SERVER = "dev.svgym.server..";

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("dev.svgym.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule environments_do_not_use_each_other =
            slices().matching("dev.svgym.(networklogs|configremediation)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule reward_depends_on_the_jdk_alone =
            classes()
                    .that()
                    .resideInAPackage("dev.svgym.reward..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("dev.svgym.reward..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_environment_api_knows_no_server_and_no_framework =
            noClasses()
                    .that()
                    .resideInAPackage("dev.svgym.environment..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SERVER, "org.springframework..");

    @ArchTest
    static final ArchRule in_an_environment_only_its_auto_configuration_knows_spring =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.svgym.networklogs..", "dev.svgym.configremediation..")
                    .and()
                    .haveNameNotMatching(".*AutoConfiguration(\\$.*)?")
                    .and()
                    .haveSimpleNameNotEndingWith("Settings")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_server_implements_no_environment =
            noClasses().that().resideInAPackage(SERVER).should().implement(Environment.class);

    @ArchTest
    static final ArchRule groups_use_rollouts_and_never_the_other_way =
            noClasses()
                    .that()
                    .resideInAPackage("dev.svgym.server.rollouts..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.svgym.server.groups..");

    @ArchTest
    static final ArchRule time_and_chance_come_in_by_constructors =
            noClasses()
                    .that()
                    .resideInAPackage("dev.svgym..")
                    .and()
                    .areNotAnnotatedWith(Configuration.class)
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callConstructor(Random.class)
                    .orShould()
                    .callMethod(System.class, "getenv", String.class)
                    .orShould()
                    .callMethod(System.class, "getenv");
}
