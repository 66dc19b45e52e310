package com.allleads.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
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

    private final List<BuiltBundle> bundles = BuiltBundle.all(Path.of(System.getProperty("project.root"), "bundles"));

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

    private static Picture room(BuiltBundle bundle) {
        return Picture.roomOf(bundle.folder()).orElseThrow();
    }

    private static Predicate<String> isOneOf(List<String> packages) {
        return name -> packages.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }
}
