package com.allleads.consent.pages;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.Purpose;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.consent.receipts.Receipts;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The receipt of a decision: what was decided, about which text, and the signature that proves it. */
@Component(service = Page.class)
public final class ReceiptPage implements Page {

    private final Receipts receipts;
    private final Consent consent;

    @Activate
    public ReceiptPage(@Reference Receipts receipts, @Reference Consent consent) {
        this.receipts = receipts;
        this.consent = consent;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/account/receipt", "receipt.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Signed signed = request.parameter("id")
                .flatMap(id -> receipts.of(request.caller().requirePerson(), id))
                .orElseThrow(() -> Problem.notFound("A receipt with this id").exception());
        Map<String, Object> statement = signed.statement();
        String purpose = (String) statement.get("purpose");
        Map<String, Object> model = new HashMap<>();
        model.put("statement", statement);
        model.put("jws", signed.jws());
        model.put("purpose", consent.purpose(purpose).map(Purpose::title).orElse(purpose));
        model.put("where", where((String) statement.get("point")));
        model.put("text", consent.text((String) statement.get("textDigest")));
        return PageAnswer.show(ReceiptPage.class, "receipt.ftl", model);
    }

    /** A text of this page, or what the collection point calls itself. */
    private Object where(String point) {
        return switch (point) {
            case Occasion.CHOICES -> Text.of("receipt.where.choices");
            case Occasion.SIGNAL -> Text.of("receipt.where.gpc");
            default -> consent.point(point).map(PointNotice::title).orElse(point);
        };
    }
}
