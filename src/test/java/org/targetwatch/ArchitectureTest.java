package org.targetwatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.targetwatch.catalogue.Catalogue;

/** Who may import whom, and what never happens. */
class ArchitectureTest {
    private static final String ROOT = "org.targetwatch";

    /** The import table. A package that is not written yet may stand here; one that is not here may not be written. */
    private static final Map<String, Set<String>> MAY_IMPORT = table(
            """
            measure     :
            embedded    :
            rows        :
            progress    : measure
            web         : measure
            audit       : measure web rows
            access      : measure audit web rows
            catalogue   : measure progress access audit web rows
            target      : progress measure catalogue access audit web rows
            figure      : measure catalogue access audit web rows
            scorecard   : target figure catalogue progress measure access audit web rows
            intake      : figure target scorecard catalogue progress measure access web
            supervision : scorecard figure catalogue progress measure access audit web rows
            bulletin    : supervision scorecard figure catalogue progress measure access audit web rows
            archive     : bulletin supervision scorecard figure target catalogue progress measure access audit web rows
            metrics     : supervision scorecard figure catalogue progress measure web
            page        : archive bulletin supervision intake scorecard figure target catalogue progress measure access audit web
            """);

    private static final Set<String> MAIN_MAY_IMPORT = Set.of("embedded", "access", "archive");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Map<String, Set<String>> table(String text) {
        return text.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        line -> line[0].strip(), line -> words(line[1]), (one, other) -> one, TreeMap::new));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }

    // ---- who may import whom ----

    @TestFactory
    Stream<DynamicTest> package_ofOurs_importsOnlyWhatTheTableAllows() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey(),
                        () -> checkImports(resideInAPackage(in(entry.getKey())), entry.getKey(), entry.getValue())));
    }

    @Test
    void main_importsOnlyWhatTheTableAllows() {
        checkImports(resideInAPackage(ROOT), "Main", MAIN_MAY_IMPORT);
    }

    private static void checkImports(DescribedPredicate<JavaClass> importers, String name, Set<String> allowed) {
        String[] forbidden = MAY_IMPORT.keySet().stream()
                .filter(other -> !other.equals(name) && !allowed.contains(other))
                .map(ArchitectureTest::in)
                .toArray(String[]::new);
        noClasses()
                .that(importers)
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .as("Of our packages, " + name + " may import "
                        + (allowed.isEmpty() ? "none" : "only " + String.join(", ", allowed)))
                .because("the import table is what keeps a change in one feature from breaking another")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void package_ofOurs_standsInTheTable() {
        Set<String> written = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_IMPORT.keySet())
                .as("Every package stands in the import table: decide first whom a new one may import")
                .containsAll(written);
    }

    @Test
    void packages_ofOurs_formNoCycle() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("Our packages form no cycle")
                .because("two packages that import each other can only be understood and changed together")
                .check(OURS);
    }

    @Test
    void package_ofOurs_isNullMarked() {
        List<String> unmarked = OURS.stream()
                .filter(type -> !type.getPackageName().equals(ROOT))
                .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
        assertThat(unmarked)
                .as("Every package has a package-info with @NullMarked, so that @Nullable means something")
                .isEmpty();
    }

    // ---- what never happens ----

    @Test
    void core_importsNoFramework() {
        classes()
                .that()
                .resideInAnyPackage(in("measure"), in("progress"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", in("measure"), in("progress"))
                .as("measure and progress import only java.* and org.jspecify")
                .because("judging must be readable, testable in milliseconds and outlive every framework")
                .check(OURS);
    }

    @Test
    void figureAndTarget_doNotKnowEachOther() {
        String reason = "what was promised and what was reported meet in scorecard and nowhere else";
        noClasses()
                .that()
                .resideInAPackage(in("figure"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("target"))
                .as("figure knows nothing of target")
                .because(reason)
                .allowEmptyShould(true)
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(in("target"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("figure"))
                .as("target knows nothing of figure")
                .because(reason)
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void metricsAndPages_areImportedByNobody() {
        for (String leaf : List.of("metrics", "page")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(in(leaf))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(in(leaf))
                    .as("Nobody imports " + leaf)
                    .because("what people and Prometheus see is made from the features, never the other way round")
                    .check(OURS);
        }
    }

    @Test
    void intake_isImportedByPagesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("intake"), in("page"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("intake"))
                .as("Nobody but page imports intake")
                .because("formats come and go; what they bring goes through figure")
                .check(OURS);
    }

    @Test
    void entities_stayInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .or()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .as("Entities are package-private")
                .because("the way a row is stored is nobody else's business: doors speak core types")
                .allowEmptyShould(true)
                .check(OURS);
    }

    // ---- time ----

    private static final DescribedPredicate<JavaClass> MAKES_THE_CLOCK =
            DescribedPredicate.describe("make the Clock bean", ArchitectureTest::makesTheClock);

    private static final DescribedPredicate<JavaAccess<?>> READS_THE_SYSTEM_TIME =
            DescribedPredicate.describe("the system's time is read", access -> readsTheSystemTime(access.getTarget()));

    private static boolean makesTheClock(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(Produces.class)
                        && method.getRawReturnType().isEquivalentTo(Clock.class));
    }

    /** {@code now} with a Clock is how it should be; without one, and the shortcuts around it, are not. */
    private static boolean readsTheSystemTime(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        boolean nowOfTheSystem = name.equals("now") && !target.getFullName().contains("(java.time.Clock)");
        return switch (owner) {
            case "java.time.Clock" -> name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)");
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Date" -> target.getFullName().endsWith("<init>()");
            case "java.util.Calendar", "java.util.GregorianCalendar" ->
                name.equals("getInstance") || name.equals("<init>");
            default -> owner.startsWith("java.time.") && nowOfTheSystem;
        };
    }

    @Test
    void time_comesFromTheClockBeanOnly() {
        noClasses()
                .that(not(MAKES_THE_CLOCK))
                .should()
                .accessTargetWhere(READS_THE_SYSTEM_TIME)
                .as("Nobody but the Clock bean reads the system's time: inject java.time.Clock")
                .because(
                        "a month's judgement must not depend on when it is computed, or in which zone the server stands")
                .check(OURS);
    }

    @Test
    void clockBean_isOne() {
        assertThat(OURS.stream().filter(ArchitectureTest::makesTheClock).map(JavaClass::getName))
                .as("The classes that make a Clock bean")
                .hasSize(1)
                .allMatch(name -> name.startsWith(ROOT + ".web."));
    }

    // ---- access ----

    @Test
    void resources_readingPlans_takeThemAsTheCallerMayKnowThem() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Page")
                .and()
                .haveSimpleNameNotContaining("ArchiveResource")
                .should()
                .callMethod(Catalogue.class, "require", String.class)
                .orShould()
                .callMethod(Catalogue.class, "plans")
                .as("Resources take plans from CallersPlans")
                .because("the whole plan names what the caller may not know of; only an export, a full backup, may")
                .check(OURS);
    }

    @Test
    void configuration_authorisesNoUrlPaths() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> settings = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("application.*\\.(properties|ya?ml)"))
                    .toList();
            assertThat(settings).isNotEmpty().allSatisfy(file -> assertThat(file)
                    .as(
                            "Resources are guarded by annotations: a path pattern is bypassed by another spelling of the path")
                    .content()
                    .doesNotContainPattern("(?m)^[^#]*http\\.auth\\.permission"));
        }
    }
}
