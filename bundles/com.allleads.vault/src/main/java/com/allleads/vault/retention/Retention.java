package com.allleads.vault.retention;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.consent.Purpose;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.RetentionRules;
import com.allleads.api.vault.RetentionRules.From;
import com.allleads.api.vault.RetentionRules.Rule;
import com.allleads.vault.keys.VaultConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long each field is kept, by the rules of the capabilities that are installed at this moment. */
@Component(service = Retention.class, configurationPid = "com.allleads.vault")
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String WHY = "So long we keep what is needed to answer you about the closed account.";

    private final List<RetentionRules> sources = new CopyOnWriteArrayList<>();
    private volatile Duration otherwise;

    @Activate
    public Retention(VaultConfiguration configuration) {
        this(days(configuration));
    }

    /** With a time for fields that no rule names. */
    public Retention(Duration otherwise) {
        this.otherwise = otherwise;
    }

    @Modified
    void modified(VaultConfiguration configuration) {
        try {
            otherwise = days(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(RetentionRules source) {
        sources.add(source);
    }

    public void remove(RetentionRules source) {
        sources.remove(source);
    }

    /** How long what no rule names is kept after the account is deactivated. */
    Duration otherwise() {
        return otherwise;
    }

    /** The rules about a field, the longest first; at least one. */
    public List<Rule> rules(String field) {
        List<Rule> named = sources.stream()
                .flatMap(source -> source.rules().stream())
                .filter(rule -> rule.field().name().equals(field))
                .sorted(Comparator.comparing(Rule::from)
                        .thenComparing(Rule::time)
                        .reversed())
                .toList();
        return named.isEmpty()
                ? List.of(new Rule(new Field(field), Purpose.ACCOUNT, From.DEACTIVATED, otherwise, WHY))
                : named;
    }

    /** The rule that keeps a field longest. */
    public Rule longest(String field) {
        return rules(field).get(0);
    }

    /** When a rule runs out; empty while the account is open, where it waits for that. */
    static Optional<Instant> end(Rule rule, Instant writtenAt, Optional<Instant> deactivatedAt) {
        Optional<Instant> begin = rule.from() == From.WRITTEN ? Optional.of(writtenAt) : deactivatedAt;
        return begin.map(at -> at.plus(rule.time()));
    }

    private static Duration days(VaultConfiguration configuration) {
        return Duration.ofDays(
                Setting.of("com.allleads.vault").between("retention.days", configuration::retention_days, 1, 3_650));
    }
}
