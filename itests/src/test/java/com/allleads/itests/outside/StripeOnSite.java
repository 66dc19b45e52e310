package com.allleads.itests.outside;

import com.allleads.payment.stripe.testing.StripeDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.rules.ExternalResource;

/** The site with the processor for Stripe, and a company in miniature that speaks Stripe's protocol in its place. */
public final class StripeOnSite extends ExternalResource {

    private static final String BUNDLE = "com.allleads.payment.stripe";

    private StripeDouble company;

    /** The company. */
    public StripeDouble company() {
        return company;
    }

    @Override
    protected void before() throws IOException {
        company = new StripeDouble();
        Site site = SiteRule.current();
        Path key = Files.writeString(site.home().resolve("stripe.key"), StripeDouble.SECRET_KEY);
        Path signing = Files.writeString(site.home().resolve("stripe.signing"), StripeDouble.WEBHOOK_SECRET);
        Files.writeString(configuration(site), """
                secret.key = file:%s
                webhook.secret = file:%s
                api = %s
                checkout.hosts = %s
                """.formatted(key, signing, company.address(), company.address()));
        site.console().run("feature:install allleads-payment-stripe");
        await(site, true);
    }

    @Override
    protected void after() {
        Site site = SiteRule.current();
        site.console().run("bundle:uninstall " + BUNDLE);
        await(site, false);
        configuration(site).toFile().delete();
        company.close();
    }

    private static Path configuration(Site site) {
        return site.home().resolve("etc/" + BUNDLE + ".cfg");
    }

    private static void await(Site site, boolean active) {
        Awaitility.await("stripe " + (active ? "active" : "gone"))
                .atMost(90, TimeUnit.SECONDS)
                .until(() -> site.api()
                                .get("/processors")
                                .expect(200)
                                .json()
                                .path("items")
                                .findValuesAsText("name")
                                .contains("stripe")
                        == active);
    }
}
