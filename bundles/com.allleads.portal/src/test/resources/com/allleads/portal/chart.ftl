<@ui.chart of=chart caption="Two days"/>
