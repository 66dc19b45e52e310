package com.allleads.backup;

import com.allleads.api.backup.RestoredCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What capabilities find wrong with restored data. */
@Component(service = Checks.class)
public final class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final List<RestoredCheck> checks = new CopyOnWriteArrayList<>();

    @Activate
    public Checks() {
        // Those that are installed come one by one.
    }

    /** With these. */
    public Checks(List<RestoredCheck> checks) {
        this.checks.addAll(checks);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(RestoredCheck check) {
        checks.add(check);
    }

    void remove(RestoredCheck check) {
        checks.remove(check);
    }

    /** How many there are. */
    public int count() {
        return checks.size();
    }

    /** Everything that is wrong. */
    List<String> problems(DataSource data, DataSource keys) {
        List<String> problems = new ArrayList<>();
        for (RestoredCheck check : checks) {
            try {
                problems.addAll(check.problems(data, keys));
            } catch (RuntimeException e) {
                LOG.warn("The check \"{}\" of restored data failed", check.name(), e);
                problems.add("the check \"" + check.name() + "\" failed: "
                        + e.getClass().getSimpleName());
            }
        }
        return problems;
    }
}
