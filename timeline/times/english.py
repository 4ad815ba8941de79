"""How English news says when: every rule, in the order that decides between equally long matches."""

from __future__ import annotations

from timeline.rules import Rule
from timeline.times import (
    english_ages,
    english_ancient,
    english_business,
    english_clock,
    english_dates,
    english_dayparts,
    english_durations,
    english_named,
    english_parts,
    english_periods,
    english_relative,
    english_runs,
    english_seasons,
    english_sets,
    english_today,
    english_uncounted,
    english_vague,
    english_weekdays,
    english_years,
)

RULES: tuple[Rule, ...] = (
    *english_named.RULES,
    *english_clock.RULES,
    *english_dayparts.RULES,
    *english_dates.RULES,
    *english_parts.RULES,
    *english_years.RULES,
    *english_ancient.RULES,
    *english_ages.RULES,
    *english_periods.RULES,
    *english_seasons.RULES,
    *english_sets.RULES,
    *english_vague.RULES,
    *english_business.RULES,
    *english_today.RULES,
    *english_relative.RULES,
    *english_weekdays.RULES,
    *english_runs.RULES,
    *english_durations.RULES,
    *english_uncounted.RULES,
)
