package com.allleads.portal.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class AssetsTest {

    private static final Pattern PICTURE = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");

    private final Assets assets = new Assets();

    @Test
    public void isServedInAFolderNamedAfterItsContent() {
        assertThat(assets.folder()).matches("/assets/[0-9a-f]{16}");
        assertThat(assets.at(assets.folder() + "/pico.css")).isPresent();
        assertThat(assets.at("/assets/0000000000000000/pico.css")).isEmpty();
        assertThat(assets.at(assets.folder() + "/../../secret")).isEmpty();
    }

    @Test
    public void theOwnStyleSheetNamesOnlyPicturesThatAreServed() {
        Matcher pictures = PICTURE.matcher(text("site.css"));
        int found = 0;
        while (pictures.find()) {
            assertThat(assets.at(assets.folder() + "/" + pictures.group(1)))
                    .as(pictures.group(1))
                    .isPresent();
            found++;
        }
        assertThat(found).isPositive();
    }

    /** The policy of the pages allows no picture inside a style sheet, so each of Pico's is replaced. */
    @Test
    public void everyPictureOfPicoIsReplaced() {
        Matcher variables = Pattern.compile("(--pico-icon-[a-z]+):url\\(").matcher(text("pico.css"));
        while (variables.find()) {
            assertThat(text("site.css")).contains(variables.group(1) + ": url(");
        }
    }

    /** A browser may apply Pico before the own sheet came. */
    @Test
    public void noStyleSheetCarriesAPictureInItself() {
        assertThat(text("pico.css")).contains("url(\"none.svg\")").doesNotContain("url(\"data:");
        assertThat(text("site.css")).doesNotContain("data:");
    }

    private String text(String name) {
        return new String(assets.at(assets.folder() + "/" + name).orElseThrow().plain(), StandardCharsets.UTF_8);
    }
}
