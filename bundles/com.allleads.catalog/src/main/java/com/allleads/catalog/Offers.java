package com.allleads.catalog;

import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.catalog.Catalog;
import com.allleads.api.catalog.Service;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.InChunks;
import com.allleads.api.store.RememberingLookup;
import com.allleads.api.store.RowReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.jdbi.v3.core.Jdbi;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What is for sale, and how operators change it. Changes are seen at once, on other nodes within a second. */
@Component(service = {Catalog.class, Offers.class})
public final class Offers implements Catalog {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final String FOR_SALE =
            "SELECT id, name, price, currency, delivery_days FROM catalog_service WHERE withdrawn = FALSE AND id IN";
    private static final int LONGEST_NAME = 100;
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("1000000");

    private final JpaTemplate jpa;
    private final RememberingLookup<String, Service> forSale;
    private final CatalogSettings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PrepaidBalances balances;

    /**
     * @param tables says that they are there before the persistence unit reads them
     * @param groupRead since everybody who is about to order looks at a service
     */
    @Activate
    public Offers(
            @Reference(target = "(osgi.unit.name=catalog)") JpaTemplate jpa,
            @Reference(target = "(schema=com.allleads.catalog)") Jdbi tables,
            @Reference GroupRead groupRead,
            @Reference CatalogSettings settings) {
        this.jpa = jpa;
        this.forSale = groupRead.remembering(
                groupRead.<String, Service>lookup((connection, ids) -> InChunks.byKey(
                        connection,
                        FOR_SALE,
                        possible(ids),
                        row -> new RowReader.Row<>(row.getString("id"), service(row)))),
                service -> true);
        this.settings = settings;
    }

    @Override
    public List<Service> services() {
        return jpa.txExpr(em -> em.createQuery("select s from OfferedService s order by s.place", OfferedService.class)
                .getResultStream()
                .filter(OfferedService::isForSale)
                .map(OfferedService::toService)
                .toList());
    }

    /**
     * Those that can be ids. Others are not asked for: a database may refuse them, and with them what others ask for in the same
     * moment.
     */
    private static List<String> possible(Collection<String> ids) {
        return ids.stream().filter(id -> ID.matcher(id).matches()).toList();
    }

    /** A service that is now for sale. Read without JPA, since every order asks: its transaction cost more than the order. */
    public Optional<Service> find(String id) {
        return forSale.find(id);
    }

    /**
     * Offers a service: a new one at the end of the list, or one that is there otherwise. Orders keep what they
     * were made for.
     *
     * @throws ProblemException naming what cannot be accepted
     */
    public void offer(Service service) {
        check(service);
        jpa.tx(em -> {
            OfferedService known = em.find(OfferedService.class, service.id());
            if (known == null) {
                em.persist(new OfferedService(service, last(em) + 1));
            } else {
                known.offer(service);
            }
            forSale.forget(service.id());
        });
    }

    /**
     * Takes a service off the list.
     *
     * @return whether it was for sale
     */
    public boolean withdraw(String id) {
        return jpa.txExpr(em -> {
            Optional<OfferedService> offered =
                    Optional.ofNullable(em.find(OfferedService.class, id)).filter(OfferedService::isForSale);
            offered.ifPresent(OfferedService::withdraw);
            forSale.forget(id);
            return offered.isPresent();
        });
    }

    /** The currency in which people pay; empty where billing is not there to say it. */
    public Optional<CurrencyUnit> currency() {
        return Optional.ofNullable(balances).map(PrepaidBalances::currency);
    }

    private static Service service(ResultSet row) throws SQLException {
        return new Service(
                row.getString("id"),
                row.getString("name"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("price")),
                Optional.ofNullable(row.getObject("delivery_days", Integer.class)));
    }

    private static int last(EntityManager em) {
        return em.createQuery("select coalesce(max(s.place), 0) from OfferedService s", Integer.class)
                .getSingleResult();
    }

    private void check(Service service) {
        Money price = service.price();
        new FieldErrors()
                .require(ID.matcher(service.id()).matches(), "id", "must be 2 to 40 small letters, digits and hyphens")
                .text("name", service.name(), LONGEST_NAME)
                .require(
                        price.isPositive() && price.getAmount().compareTo(HIGHEST_PRICE) <= 0,
                        "price",
                        "must be more than zero and at most " + HIGHEST_PRICE)
                .rule(
                        "deliveryDays",
                        service.deliveryDays(),
                        days -> days >= 1 && days <= settings.deliveryDaysMost(),
                        "must be a whole number from 1 to " + settings.deliveryDaysMost())
                .refuse();
    }
}
