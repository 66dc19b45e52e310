package com.allleads.vault;

import com.allleads.api.policy.SecurityMeasure;
import com.allleads.vault.keys.PersonKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Encryption, as people are told of it; in force as long as there are keys. */
@Component(service = SecurityMeasure.class)
public final class EncryptionMeasure implements SecurityMeasure {

    @Activate
    public EncryptionMeasure(@Reference PersonKeys inForce) {}

    @Override
    public String sentence() {
        return "Each person's data is encrypted with a key of their own (AES-256-GCM). The keys are kept in a database of"
                + " their own, themselves encrypted; when a person is erased, their key is destroyed.";
    }
}
