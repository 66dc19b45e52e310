package com.allleads.catalog;

import com.allleads.api.catalog.Service;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A row of the table of services. */
@Entity
@Table(name = "catalog_service")
public class OfferedService {

    @Id
    private String id;

    private String name;

    /** Of one unit, in minor units of the currency. */
    private long price;

    @Column(columnDefinition = "char(3)")
    private String currency;

    /** Where it stands in the list. */
    @SuppressWarnings("UnusedVariable") // queries sort by it
    private int place;

    private boolean withdrawn;

    /** Null where it is there at once. */
    @Column(name = "delivery_days")
    private Integer deliveryDays;

    /** For the persistence provider. */
    protected OfferedService() {}

    OfferedService(Service service, int place) {
        this.id = service.id();
        this.place = place;
        offer(service);
    }

    /** Offers it as said, also if it was withdrawn. */
    final void offer(Service service) {
        name = service.name();
        price = service.price().getAmountMinorLong();
        currency = service.price().getCurrencyUnit().getCode();
        deliveryDays = service.deliveryDays().orElse(null);
        withdrawn = false;
    }

    void withdraw() {
        withdrawn = true;
    }

    boolean isForSale() {
        return !withdrawn;
    }

    Service toService() {
        return new Service(
                id, name, Money.ofMinor(CurrencyUnit.of(currency), price), Optional.ofNullable(deliveryDays));
    }
}
