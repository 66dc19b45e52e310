package com.allleads.itests.harness;

/** What an operator does to a bundle while people pay. Afterwards the sandbox takes payments again. */
enum Swap {
    STOP_AND_START(4) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.stop(Operator.SANDBOX);
            Pause.millis(gapMillis);
            operator.start(Operator.SANDBOX);
        }
    },
    UPDATE(4) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.update(Operator.SANDBOX);
        }
    },
    UNINSTALL_AND_REINSTALL(4) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.uninstall(Operator.SANDBOX);
            Pause.millis(gapMillis);
            operator.install(Operator.SANDBOX);
        }
    },
    REFRESH(2) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.refresh(Operator.SANDBOX);
        }
    },
    DRAIN_AND_RESUME(2) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.drain();
            Pause.millis(gapMillis);
            operator.resume();
        }
    },
    /** A newer version comes beside the old one and takes over; the old one goes. */
    SUCCEED(3) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.installNewer();
            operator.drain();
            Pause.millis(gapMillis);
            operator.uninstallAllButNewest();
        }
    },
    UPDATE_BILLING(1) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.update(Operator.BILLING);
        }
    },
    UNINSTALL_AND_REINSTALL_BILLING(1) {
        @Override
        void perform(Operator operator, int gapMillis) {
            operator.uninstall(Operator.BILLING);
            Pause.millis(gapMillis);
            operator.install(Operator.BILLING);
        }
    };

    private final int weight;

    Swap(int weight) {
        this.weight = weight;
    }

    /** How often it is chosen, beside the others. */
    int weight() {
        return weight;
    }

    /**
     * Does it.
     *
     * @param gapMillis how long the bundle is away, or drained, where that can be chosen
     */
    abstract void perform(Operator operator, int gapMillis);
}
