package com.allleads.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.catalog.Service;
import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.Rule;
import org.junit.Test;

public class OffersTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    @Test
    public void beginsWithServicesOfWhichTheFirstIsCheap() {
        Offers offers = new Shop(store).offers;
        assertThat(offers.services()).hasSize(5);
        Service first = offers.services().get(0);
        assertThat(first.id()).isEqualTo("lead");
        assertThat(first.price()).isBetween(Money.parse("USD 0.01"), Money.parse("USD 10.00"));
    }

    @Test
    public void beginsWithAServiceThatIsDeliveredLaterWhichIsNotTheFirst() {
        List<Service> services = new Shop(store).offers.services();
        assertThat(services.get(0).deliveryDays()).isEmpty();
        assertThat(services)
                .filteredOn(service -> service.deliveryDays().isPresent())
                .extracting(Service::id)
                .containsExactly("expert-answer");
    }

    @Test
    public void offersWhatIsDeliveredLaterAtOnceAgainWhereItIsSaidSo() {
        Offers offers = new Shop(store).offers;
        Service later = new Service("extra", "Extra", Money.parse("USD 1.25"), Optional.of(3));
        offers.offer(later);
        assertThat(offers.find("extra")).contains(later);
        offers.offer(new Service("extra", "Extra", Money.parse("USD 1.25")));
        assertThat(offers.find("extra").orElseThrow().deliveryDays()).isEmpty();
    }

    @Test
    public void listsANewServiceLastAndAChangedOneWhereItWas() {
        Offers offers = new Shop(store).offers;
        offers.offer(new Service("extra", "Extra", Money.parse("EUR 1.25")));
        offers.offer(new Service("lead", "A lead", Money.parse("USD 3.00")));
        assertThat(offers.services())
                .extracting(Service::id)
                .containsExactly("lead", "listing-week", "consultation", "market-report", "expert-answer", "extra");
        assertThat(offers.find("lead")).contains(new Service("lead", "A lead", Money.parse("USD 3.00")));
        assertThat(offers.find("extra")).contains(new Service("extra", "Extra", Money.parse("EUR 1.25")));
    }

    @Test
    public void withdrawsUntilOfferedAgain() {
        Offers offers = new Shop(store).offers;
        Service lead = offers.find("lead").orElseThrow();
        assertThat(offers.withdraw("lead")).isTrue();
        assertThat(offers.withdraw("lead")).isFalse();
        assertThat(offers.withdraw("never-there")).isFalse();
        assertThat(offers.find("lead")).isEmpty();
        assertThat(offers.services()).extracting(Service::id).doesNotContain("lead");
        offers.offer(lead);
        assertThat(offers.services()).extracting(Service::id).startsWith("lead");
    }

    @Test
    public void refusesWhatCannotBeSold() {
        Offers offers = new Shop(store).offers;
        assertRefused(offers, new Service("Not an id", "Name", Money.parse("USD 1.00")), "id");
        assertRefused(offers, new Service("a-service", " ", Money.parse("USD 1.00")), "name");
        assertRefused(offers, new Service("a-service", "x".repeat(101), Money.parse("USD 1.00")), "name");
        assertRefused(offers, new Service("a-service", "Name", Money.parse("USD 0.00")), "price");
        assertRefused(offers, new Service("a-service", "Name", Money.parse("USD 1000000.01")), "price");
        assertRefused(
                offers, new Service("a-service", "Name", Money.parse("USD 1.00"), Optional.of(0)), "deliveryDays");
        assertRefused(
                offers, new Service("a-service", "Name", Money.parse("USD 1.00"), Optional.of(91)), "deliveryDays");
        assertThat(offers.services()).hasSize(5);
    }

    private static void assertRefused(Offers offers, Service service, String names) {
        assertThatThrownBy(() -> offers.offer(service))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().errors())
                        .extracting(FieldError::field)
                        .containsExactly(names));
    }
}
