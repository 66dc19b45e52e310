package com.allleads.consent.pages;

import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.rest.ProblemException;
import com.allleads.consent.ConsentHouse;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Test;

public final class ReceiptPageTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final ConsentHouse house = new ConsentHouse(STORE, (type, statement) -> new Signed(statement, "the.jws"));
    private final ReceiptPage page = new ReceiptPage(house.receipts, house.consent);
    private final PersonId ann = PersonId.random();

    @Test
    public void showsWhatWasDecidedAboutWhichTextAndTheSignature() {
        String receipt = agree();

        assertThat(Look.at(page).as(ann).with("id", receipt).html())
                .contains(NEWS.title(), NEWS.text(), digest(NEWS), receipt, "the.jws", ">yes<");
    }

    @Test
    public void isNotFoundByAnybodyElse() {
        String receipt = agree();

        ProblemException notFound = catchThrowableOfType(
                ProblemException.class,
                () -> Look.at(page).as(PersonId.random()).with("id", receipt).html());
        assertThat(notFound.problem().status()).isEqualTo(404);
    }

    private String agree() {
        return house.consent
                .record(ann, Occasion.at(Occasion.CHOICES, "en"), List.of(new Act("news", true, digest(NEWS))))
                .get(0)
                .receipt()
                .orElseThrow();
    }
}
