package com.allleads.api.consent;

import java.util.Optional;

/**
 * What a use of personal data stands on.
 *
 * @param basis why the purpose may be followed
 * @param receipt the receipt of the decision that allows it; present for a {@link LegalBasis#CHOICE}, empty else
 */
public record Ground(LegalBasis basis, Optional<String> receipt) {}
