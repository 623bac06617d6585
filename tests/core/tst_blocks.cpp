// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "blocks.h"

#include <QtTest/qtest.h>

#include <deque>
#include <random>

using namespace Holdfast;

class tst_Blocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isADequeWhateverComes();
};

void tst_Blocks::isADequeWhateverComes()
{
    std::mt19937 dice(1);
    Blocks<int> blocks;
    std::deque<int> model;
    for (int step = 0; step < 40'000; ++step) {
        const bool grows = step / 1000 % 2 == 0; // and to nothing again
        const unsigned int what = dice() % 8;
        if (grows ? what < 3 : what == 0)
            blocks.append() = model.emplace_back(step);
        else if (grows ? what < 6 : what == 1)
            blocks.prepend() = model.emplace_front(step);
        else if (model.empty())
            continue;
        else if (what % 2 == 0)
            blocks.removeFirst(), model.pop_front();
        else
            blocks.removeLast(), model.pop_back();
        QCOMPARE(blocks.size(), model.size());
        QCOMPARE(blocks.isEmpty(), model.empty());
        if (!model.empty()) {
            const std::size_t at = dice() % model.size();
            QCOMPARE(blocks[0], model.front());
            QCOMPARE(std::as_const(blocks)[at], model[at]);
            QCOMPARE(blocks[model.size() - 1], model.back());
        }
    }
}

QTEST_GUILESS_MAIN(tst_Blocks)
#include "tst_blocks.moc"
