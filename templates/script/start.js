startOffline();
startSearch();
startCopying();
startDirectory();
// What a reader enters or did is of use only where there is a place to say what is kept of it.
if (panel.isConnected) {
  startProgress();
  startQuizzes();
  for (const scenario of document.querySelectorAll(".scenario:has(> .scene)")) new Scenario(scenario);
  startFields();
  startConfidence();
  for (const plan of document.querySelectorAll("[data-form=action-plan]")) startPlan(plan);
  for (const form of document.querySelectorAll("[data-form=reflect]")) startReflection(form);
  for (const section of document.querySelectorAll(".check-ins")) startCheckIns(section);
  // After the fields: the day that it asks for is none of what is remembered.
  startVisits();
  startEntries();
}
