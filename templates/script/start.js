startSearch();
startProgress();
startQuizzes();
for (const scenario of document.querySelectorAll(".scenario")) new Scenario(scenario);
startFields();
startConfidence();
for (const plan of document.querySelectorAll("[data-form=action-plan]")) startPlan(plan);
for (const form of document.querySelectorAll("[data-form=reflect]")) startReflection(form);
if (panel.isConnected) startEntries();
