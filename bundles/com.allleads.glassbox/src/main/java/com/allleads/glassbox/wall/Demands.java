package com.allleads.glassbox.wall;

import com.allleads.glassbox.tries.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a bundle has in its manifest and files for parts of the host to carry out in its name: changelogs that are run on the
 * site's tables, console commands, web applications, and components that are handed somebody's settings. Of a bundle in the
 * box nothing of this is carried out but its own components with its own settings.
 */
final class Demands {

    private static final Set<String> HEADERS = Set.of(
            "AllLeads-Changelog",
            "Bundle-Blueprint",
            "ExtensionBundle-Activator",
            "Karaf-Commands",
            "Meta-Persistence",
            "Spring-Context",
            "Web-ContextPath",
            "Webapp-Context");

    private static final List<String> FOLDERS =
            List.of("OSGI-INF/blueprint/", "META-INF/spring/", "OSGI-INF/configurator/");
    private static final String COMPONENTS = "Service-Component";
    private static final List<String> OF_THE_HOST = List.of(
            "com.allleads.", "jmx.", "org.apache.", "org.eclipse.", "org.jline.", "org.ops4j.", "org.osgi.", "profile");

    private final Supplier<Stream<Bundle>> installed;

    Demands(Supplier<Stream<Bundle>> installed) {
        this.installed = installed;
    }

    /** The first that nobody carries out; empty where there is none. */
    Optional<Map.Entry<Kind, String>> of(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        for (String header : new TreeSet<>(HEADERS)) {
            if (headers.get(header) != null) {
                return Optional.of(Map.entry(Kind.EXTENSION, header));
            }
        }
        for (String folder : FOLDERS) {
            if (bundle.getEntryPaths(folder) != null) {
                return Optional.of(Map.entry(Kind.EXTENSION, folder));
            }
        }
        try {
            for (String pid : pids(bundle, headers.get(COMPONENTS))) {
                if (!mayHave(bundle, pid)) {
                    return Optional.of(Map.entry(Kind.SETTINGS, pid));
                }
            }
            return Optional.empty();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return Optional.of(Map.entry(Kind.SETTINGS, "components that cannot be read: " + e.getMessage()));
        }
    }

    /** Settings go by the name of the bundle; those that are nobody's may be anybody's. */
    private boolean mayHave(Bundle bundle, String pid) {
        String own = bundle.getSymbolicName();
        if (own != null && (pid.equals(own) || pid.startsWith(own + "."))) {
            return true;
        }
        return OF_THE_HOST.stream().noneMatch(pid::startsWith)
                && installed
                        .get()
                        .filter(other -> other.getSymbolicName() != null && !other.equals(bundle))
                        .map(Bundle::getSymbolicName)
                        .noneMatch(name -> pid.equals(name) || pid.startsWith(name + "."));
    }

    private static Set<String> pids(Bundle bundle, String header)
            throws IOException, SAXException, ParserConfigurationException {
        Set<String> pids = new TreeSet<>();
        for (String file : descriptions(bundle, header)) {
            URL entry = bundle.getEntry(file);
            if (entry != null) {
                try (InputStream content = entry.openStream()) {
                    pids.addAll(pids(parse(content)));
                }
            }
        }
        return pids;
    }

    private static List<String> descriptions(Bundle bundle, String header) {
        if (header == null) {
            return List.of();
        }
        List<String> files = new ArrayList<>();
        for (String clause : header.split(",", -1)) {
            String path = clause.split(";", 2)[0].strip();
            int slash = path.lastIndexOf('/');
            if (!path.contains("*")) {
                files.add(path);
                continue;
            }
            Pattern name =
                    Pattern.compile(Pattern.quote(path.substring(slash + 1)).replace("*", "\\E.*\\Q"));
            Optional.ofNullable(bundle.getEntryPaths(slash < 0 ? "/" : path.substring(0, slash + 1)))
                    .map(Collections::list)
                    .stream()
                    .flatMap(List::stream)
                    .filter(found -> name.matcher(found.substring(found.lastIndexOf('/') + 1))
                            .matches())
                    .forEach(files::add);
        }
        return files;
    }

    private static Document parse(InputStream content) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(content);
    }

    private static Set<String> pids(Document description) {
        Set<String> pids = new TreeSet<>();
        NodeList elements = description.getElementsByTagNameNS("*", "component");
        for (int i = 0; i < elements.getLength(); i++) {
            if (elements.item(i) instanceof Element component) {
                pids.addAll(pids(component));
            }
        }
        return pids;
    }

    private static List<String> pids(Element component) {
        if (component.getAttribute("configuration-policy").equals("ignore")) {
            return List.of();
        }
        String name = component.hasAttribute("name") ? component.getAttribute("name") : implementation(component);
        String named = component.getAttribute("configuration-pid").strip();
        return named.isEmpty()
                ? List.of(name)
                : Stream.of(named.split("\\s+", -1))
                        .map(pid -> pid.equals("$") ? name : pid)
                        .toList();
    }

    private static String implementation(Element component) {
        NodeList implementations = component.getElementsByTagName("implementation");
        return implementations.getLength() > 0 && implementations.item(0) instanceof Element implementation
                ? implementation.getAttribute("class")
                : "";
    }
}
