package com.allleads.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.spi.party.PartyDeclaration;
import org.junit.Test;

public class SmtpSettingsTest {

    @Test
    public void announcesWhoRunsTheServer() {
        PartyDeclaration declaration = SmtpSettings.of(new TestSettings()).declaration();

        assertThat(declaration.outside()).isTrue();
        assertThat(declaration.legalName()).isEqualTo("Relay Example, Inc.");
        assertThat(declaration.hosts()).containsExactly("127.0.0.1");
    }

    @Test
    public void refusesAServerWithoutAName() {
        refuses("host", new TestSettings() {
            @Override
            public String host() {
                return " ";
            }
        });
    }

    @Test
    public void refusesAPortThatIsNone() {
        refuses("port", new TestSettings() {
            @Override
            public int port() {
                return 70_000;
            }
        });
    }

    @Test
    public void refusesToSendAPasswordInClearToAnotherMachine() {
        refuses("security", new TestSettings() {
            @Override
            public String host() {
                return "relay.example";
            }

            @Override
            public String _user() {
                return "site";
            }
        });
    }

    @Test
    public void refusesASecurityThatItDoesNotKnow() {
        refuses("security", new TestSettings() {
            @Override
            public String security() {
                return "perhaps";
            }
        });
    }

    @Test
    public void refusesAPartyThatPeopleCouldNotLookUp() {
        refuses("relay.legal.name", new TestSettings() {
            @Override
            public String relay_legal_name() {
                return "";
            }
        });
        refuses("relay.policy", new TestSettings() {
            @Override
            public String relay_policy() {
                return "on request";
            }
        });
        refuses("relay.retention", new TestSettings() {
            @Override
            public String relay_retention() {
                return "";
            }
        });
    }

    @Test
    public void refusesASenderThatIsNoAddress() {
        refuses("from", new TestSettings() {
            @Override
            public String from() {
                return "nobody";
            }
        });
    }

    @Test
    public void keepsThePasswordOutOfItsText() {
        assertThat(SmtpSettings.of(new TestSettings() {
                            @Override
                            public String _user() {
                                return "site";
                            }

                            @Override
                            public String _password() {
                                return "hush-hush";
                            }
                        })
                        .toString())
                .doesNotContain("hush-hush");
    }

    private static void refuses(String key, SmtpConfiguration configuration) {
        assertThatThrownBy(() -> SmtpSettings.of(configuration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("com.allleads.channel.smtp.cfg: " + key + " ");
    }
}
