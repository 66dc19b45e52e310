package com.allleads.portal.assets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The style sheets, pictures and the one script of the pages. The folder that they are served in is named after their content, so browsers
 * may keep them for ever and still see every change at once.
 */
@Component(service = Assets.class)
public final class Assets {

    static final String ROOT = "/assets/";

    private static final String PICO = "/META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String OWN = "/com/allleads/portal/assets/";
    private static final List<String> NAMES =
            List.of("site.css", "icon.svg", "tick.svg", "dash.svg", "chevron.svg", "invalid.svg", "none.svg");

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final String folder;

    @Activate
    public Assets() {
        // The content security policy refuses pictures that a style sheet carries. site.css names others, but a browser
        // may
        // apply this one before that one came.
        byName.put("pico.css", Asset.read(PICO).withPicture("none.svg"));
        byName.put("htmx.js", Asset.read(HTMX));
        NAMES.forEach(name -> byName.put(name, Asset.read(OWN + name)));
        folder = ROOT + digest().substring(0, 16);
    }

    /** Where they are served. */
    public String folder() {
        return folder;
    }

    Optional<Asset> at(String path) {
        return path.startsWith(folder + "/")
                ? Optional.ofNullable(byName.get(path.substring(folder.length() + 1)))
                : Optional.empty();
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byName.values().forEach(asset -> digest.update(asset.plain()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
