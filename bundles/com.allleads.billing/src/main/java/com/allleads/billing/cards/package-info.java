/** People's cards: a token that only the processor understands, kept encrypted, and what may be shown of the card. */
package com.allleads.billing.cards;
