package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.client.CardsApi;
import com.allleads.client.MeApi;
import com.allleads.client.OrdersApi;
import com.allleads.client.RegistrationsApi;
import com.allleads.client.ServicesApi;
import com.allleads.client.SessionsApi;
import com.allleads.client.StatementApi;
import com.allleads.client.TopUpsApi;
import com.allleads.client.http.ApiClient;
import com.allleads.client.http.ApiException;
import com.allleads.client.model.Address;
import com.allleads.client.model.CardsNewCard;
import com.allleads.client.model.MeChanges;
import com.allleads.client.model.Money;
import com.allleads.client.model.OrdersItem;
import com.allleads.client.model.OrdersNewOrder;
import com.allleads.client.model.Problem;
import com.allleads.client.model.ProblemErrorsInner;
import com.allleads.client.model.RegistrationForm;
import com.allleads.client.model.RegistrationsPinRequest;
import com.allleads.client.model.Service;
import com.allleads.client.model.SessionsCredentials;
import com.allleads.client.model.StatementEntry;
import com.allleads.client.model.TopUpsItem;
import com.allleads.client.model.TopUpsNewTopUp;
import java.util.List;
import java.util.UUID;
import org.junit.Test;

/** What a client can do that was generated from the document alone. */
public class ClientFacts {

    private static final String PASSWORD = "correct horse battery staple";

    private final Site site = SiteRule.current();
    private final String email = "grace." + UUID.randomUUID() + "@mail.example";

    @Test
    public void goesThroughTheWholeStory() throws ApiException {
        ApiClient me = signedIn();

        String card = new CardsApi(me)
                .add(new CardsNewCard().processor("sandbox").token("tok_visa"))
                .getId();
        TopUpsItem topUp = new TopUpsApi(me)
                .make(
                        UUID.randomUUID().toString(),
                        new TopUpsNewTopUp().card(card).amount(usd("12.50")));
        Service service = new ServicesApi(visitor()).all(null, null).getItems().get(0);
        OrdersItem order = new OrdersApi(me)
                .order(
                        UUID.randomUUID().toString(),
                        new OrdersNewOrder().service(service.getId()).quantity(1));

        assertThat(topUp.getStatus()).isEqualTo(TopUpsItem.StatusEnum.SETTLED);
        assertThat(order.getPrice()).isEqualTo(service.getPrice());
        List<StatementEntry> entries =
                new StatementApi(me).entries(null, null, null, 100, null).getItems();
        assertThat(entries).extracting(StatementEntry::getKind).containsExactly("TOP_UP", "CHARGE");
        assertThat(entries.get(0).getBalance()).isEqualTo(usd("12.50"));
    }

    @Test
    public void tellsWhatIsRemovedFromWhatIsLeftOut() throws ApiException {
        MeApi me = new MeApi(signedIn());

        me.correct(new MeChanges().phone("+14155550123"));
        assertThat(me.correct(new MeChanges().name("Grace Hopper")).getPhone()).isEqualTo("+14155550123");

        assertThat(me.correct(new MeChanges().phone(null)).getPhone()).isNull();
    }

    @Test
    public void readsAProblem() throws Exception {
        ApiClient me = signedIn();
        TopUpsNewTopUp tooLittle =
                new TopUpsNewTopUp().card(UUID.randomUUID().toString()).amount(usd("0.01"));

        ApiException refused = catchThrowableOfType(ApiException.class, () -> new TopUpsApi(me)
                .make(UUID.randomUUID().toString(), tooLittle));

        Problem problem = me.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getStatus()).isEqualTo(refused.getCode()).isEqualTo(422);
        assertThat(problem.getType()).isNotNull();
        assertThat(problem.getErrors()).extracting(ProblemErrorsInner::getField).containsExactly("amount");
    }

    private ApiClient signedIn() throws ApiException {
        RegistrationForm form = new RegistrationForm()
                .email(email)
                .password(PASSWORD)
                .name("Grace Hopper")
                .replyBy("email")
                .address(new Address().street("1 Navy Yard").city("Arlington").country("US"));
        String id = new RegistrationsApi(visitor()).register(form, null).getId();
        new RegistrationsApi(visitor())
                .verify(id, new RegistrationsPinRequest().pin(site.mail().pinFor(email)));
        String token = new SessionsApi(visitor())
                .begin(new SessionsCredentials().email(email).password(PASSWORD))
                .getToken();
        return visitor().setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    private ApiClient visitor() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(site.address("/api/v1").toString());
        return client;
    }

    private static Money usd(String amount) {
        return new Money().amount(amount).currency("USD");
    }
}
