package com.allleads.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.Test;
import org.osgi.framework.Constants;

/** Holds the manifest of every bundle that the build made against {@link Picture}. */
public class ArchitectureIT {

    /** By which an adapter could reach the site's data, settings or console. */
    private static final List<String> NOT_FOR_ADAPTERS = List.of(
            "java.sql",
            "javax.sql",
            "javax.persistence",
            "javax.transaction",
            "org.jdbi",
            "org.hibernate",
            "liquibase",
            "org.osgi.service.cm",
            "org.apache.karaf");

    /** Promises of capabilities that have a bundle already for other things: gifs in mail, and transitions. */
    private static final Set<String> YET_TO_COME = Set.of("gifs.email", "transition.notice", "transition.choice");

    private final Path root = Path.of(System.getProperty("project.root"));
    private final List<BuiltBundle> bundles = BuiltBundle.all(root.resolve("bundles"));

    @Test
    public void everyBundleHasItsPlaceInThePicture() {
        assertThat(bundles).isNotEmpty().allSatisfy(bundle -> assertThat(Picture.roomOf(bundle.folder()))
                .as(bundle.folder())
                .isPresent());
    }

    @Test
    public void folderSymbolicNameAndRootPackageAreOne() {
        assertThat(bundles).allSatisfy(bundle -> {
            assertThat(bundle.symbolicName()).isEqualTo(bundle.folder());
            assertThat(bundle.packages())
                    .allMatch(name -> name.equals(bundle.folder()) || name.startsWith(bundle.folder() + "."));
        });
    }

    @Test
    public void importsGoOnlyWhereThePictureLetsThem() {
        assertThat(bundles).allSatisfy(bundle -> assertThat(bundle.imports().keySet())
                .as("packages that %s imports", bundle)
                .allMatch(room(bundle)::mayImport));
    }

    @Test
    public void importsOfContractsNameTheirVersions() {
        assertThat(bundles).allSatisfy(bundle -> bundle.imports().forEach((name, attributes) -> {
            if (name.startsWith("com.allleads.")) {
                assertThat(BuiltBundle.isRange(attributes.get("version")))
                        .as("%s says which versions of %s it takes", bundle, name)
                        .isTrue();
            }
        }));
    }

    @Test
    public void onlyContractsAreExportedAndEachWithItsVersion() {
        assertThat(bundles).allSatisfy(bundle -> {
            if (room(bundle).isContract()) {
                assertThat(bundle.exports()).isNotEmpty();
            } else {
                assertThat(bundle.exports())
                        .as("packages that %s exports", bundle)
                        .isEmpty();
            }
            bundle.exports().forEach((name, attributes) -> assertThat(BuiltBundle.isVersion(attributes.get("version")))
                    .as("%s exports %s with a version", bundle, name)
                    .isTrue());
        });
    }

    @Test
    public void nobodyGoesRoundTheImports() {
        assertThat(bundles).allSatisfy(bundle -> {
            assertThat(bundle.header(Constants.DYNAMICIMPORT_PACKAGE)).isEmpty();
            assertThat(bundle.header(Constants.REQUIRE_BUNDLE)).isEmpty();
            assertThat(bundle.header(Constants.FRAGMENT_HOST)).isEmpty();
        });
    }

    @Test
    public void adaptersReachNeitherDataNorSettings() {
        assertThat(bundles)
                .filteredOn(bundle -> room(bundle) == Picture.ADAPTER)
                .isNotEmpty()
                .allSatisfy(bundle -> assertThat(bundle.imports().keySet())
                        .as("packages that %s imports", bundle)
                        .noneMatch(isOneOf(NOT_FOR_ADAPTERS)));
    }

    @Test
    public void whatIntegratorsSeeStandsOnJavaAndMoneyAlone() {
        assertThat(bundles)
                .filteredOn(bundle -> room(bundle) == Picture.ASKED_CONTRACT)
                .hasSize(1)
                .allSatisfy(bundle -> assertThat(bundle.imports().keySet())
                        .allMatch(isOneOf(List.of("java", "org.joda.money", "com.allleads.spi"))));
    }

    @Test
    public void whoeverKeepsSomethingAboutPeopleShowsItToThem() {
        assertThat(bundles)
                .filteredOn(bundle -> !Rights.tables(bundle.jar()).isEmpty())
                .isNotEmpty()
                .allSatisfy(bundle -> assertThat(Rights.services(bundle.jar()))
                        .as("%s keeps something about people in %s", bundle, Rights.tables(bundle.jar()))
                        .contains(Rights.ACCESS));
    }

    @Test
    public void whoeverKeepsSomethingAboutPeopleHearsThatTheyWereErased() {
        assertThat(bundles)
                .filteredOn(bundle -> !Rights.tables(bundle.jar()).isEmpty())
                .filteredOn(bundle -> !Rights.WITHOUT_ERASURE.containsKey(bundle.folder()))
                .isNotEmpty()
                .allSatisfy(bundle -> assertThat(Rights.services(bundle.jar()))
                        .as(
                                "%s keeps something about people in %s; where nothing is to be done, Rights says why",
                                bundle, Rights.tables(bundle.jar()))
                        .contains(Rights.ERASURE));
    }

    @Test
    public void nobodyIsExceptedWhoNeedsNoException() {
        assertThat(bundles)
                .filteredOn(bundle -> Rights.WITHOUT_ERASURE.containsKey(bundle.folder()))
                .hasSize(Rights.WITHOUT_ERASURE.size())
                .allSatisfy(bundle -> {
                    assertThat(Rights.tables(bundle.jar())).as(bundle.folder()).isNotEmpty();
                    assertThat(Rights.services(bundle.jar()))
                            .as(bundle.folder())
                            .doesNotContain(Rights.ERASURE);
                });
    }

    @Test
    public void everyCheckOfAPromiseHasATestThatBreaksTheMechanism() {
        assertThat(bundles).allSatisfy(bundle -> Rights.components(bundle.jar(), "com.allleads.api.policy.PromiseCheck")
                .forEach(check -> assertThat(Mutations.missing(root, bundle.folder(), check))
                        .as("what is wrong with the mutation of %s of %s", check, bundle)
                        .isEmpty()));
    }

    /** Else a promise stays unproven for ever on a site that has everything. */
    @Test
    public void whoeverIsSaidToKeepAPromiseChecksIt() throws IOException {
        Path text = root.resolve(
                "bundles/com.allleads.policy/src/main/resources/com/allleads/policy/promises/promises.json");
        for (JsonNode promise : new ObjectMapper().readTree(text.toFile())) {
            String id = promise.path("id").asText();
            for (JsonNode keeper : promise.path("keptBy")) {
                Path sources = root.resolve("bundles/com.allleads." + keeper.asText() + "/src/main/java");
                if (Files.isDirectory(sources) && !YET_TO_COME.contains(id)) {
                    assertThat(checks(sources, id))
                            .as("a check of %s in %s", id, keeper.asText())
                            .isTrue();
                }
            }
        }
    }

    private static boolean checks(Path sources, String promise) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("implements PromiseCheck") && source.contains('"' + promise + '"')) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Picture room(BuiltBundle bundle) {
        return Picture.roomOf(bundle.folder()).orElseThrow();
    }

    private static Predicate<String> isOneOf(List<String> packages) {
        return name -> packages.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }
}
